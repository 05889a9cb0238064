package org.nestledger.core.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.LAND_AND_PROJECT;
import static org.nestledger.core.testing.Scenario.SUPPLIED;
import static org.nestledger.core.testing.Scenario.SUPPLY;
import static org.nestledger.core.testing.Scenario.UNPRICED;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.fund.FundEvent.LandPaid;
import org.nestledger.core.measure.Money;
import org.nestledger.core.testing.DeciderSpec;

/** Land is supplied on 1 June for 6 000 000 yuan. */
class LandPricesArePaidAsTheyAreDueTest {

    private static String pay(String amount, String on) {
        return "RecordLandPayment supply=s amount=" + amount + "CNY on=2023-" + on;
    }

    private static String reduce(String amount, String on) {
        return "RescindSupply supply=s area=1mu priceReduction=" + amount + "CNY on=2023-" + on;
    }

    @Test
    void inPartsUntilNothingIsLeft() {
        DeciderSpec spec = given(SUPPLIED);
        spec.when(pay("4000000", "07-01"))
                .then(new LandPaid("z", "p", "a", "s", Money.yuan("4000000"), LocalDate.of(2023, 7, 1), List.of()))
                .thenMoved("PAYMENT receivable:land-price s -> fund:land-bank z: 400000000 CNY");
        assertThat(spec.when(pay("2000000.01", "07-02"))
                        .thenRejected(RefusalCode.EXCEEDS_DUE)
                        .figures())
                .containsEntry("due", "2000000 CNY");
        spec.and(pay("2000000", "07-02"));
        spec.when(pay("0.01", "07-03")).thenRejected(RefusalCode.EXCEEDS_DUE);
    }

    @Test
    void fromTheDayOfTheContractOn() {
        given(SUPPLIED).when(pay("1", "05-31")).thenRejected(RefusalCode.EXCEEDS_DUE);
        given(SUPPLIED).when(pay("6000000", "06-01")).thenRecorded("fund.LandPaid");
    }

    @Test
    void alsoAfterTheLandWasTakenBack() {
        DeciderSpec spec = given(SUPPLIED).and("RescindSupply supply=s priceReduction=4000000CNY on=2023-09-01");
        spec.when(pay("2000000.01", "09-02")).thenRejected(RefusalCode.EXCEEDS_DUE);
        spec.when(pay("2000000", "09-02")).thenRecorded("fund.LandPaid");
    }

    @Test
    void aPaymentRecordedLateLeavesLaterOnesWithinWhatIsDue() {
        DeciderSpec spec = given(SUPPLIED).and(pay("4000000", "08-01"));
        spec.when(pay("2000000.01", "07-01")).thenRejected(RefusalCode.EXCEEDS_DUE);
        spec.when(pay("2000000", "07-01")).thenRecorded("fund.LandPaid");
    }

    @Test
    void aPaymentOfBeforeAReductionMayBeRecordedAfterIt() {
        DeciderSpec paidFirst = given(SUPPLIED).and(pay("6000000", "07-01"));
        paidFirst.when(reduce("4000000", "09-01")).thenRecorded("supply.SupplyRescinded");
        DeciderSpec reducedFirst = given(SUPPLIED).and(reduce("4000000", "09-01"));
        reducedFirst.when(pay("6000000", "08-31")).thenRecorded("fund.LandPaid");
        reducedFirst.when(pay("0.01", "08-31")).thenRejected(RefusalCode.EXCEEDS_DUE);
        reducedFirst
                .when("RefundLandPrice supply=s amount=4000000CNY on=2023-09-01")
                .thenRecorded("fund.LandPriceRefunded");
    }

    @Test
    void aReversedPaymentIsRecordedAgainAfterAReduction() {
        given(SUPPLIED)
                .and(pay("6000000", "07-01"), reduce("4000000", "09-01"), "ReverseEntry position=13")
                .when(pay("6000000", "07-02"))
                .thenRecorded("fund.LandPaid");
    }

    @Test
    void onTheDayOfAReductionWhatIsDueIsReduced() {
        DeciderSpec spec = given(SUPPLIED).and(reduce("4000000", "09-01"));
        spec.when(pay("2000000.01", "09-01")).thenRejected(RefusalCode.EXCEEDS_DUE);
        spec.when(pay("2000000", "09-01")).thenRecorded("fund.LandPaid");
    }

    @Test
    void afterAnOverpaymentNothingIsDue() {
        DeciderSpec spec = given(SUPPLIED).and(pay("6000000", "07-01"), reduce("4000000", "09-01"));
        spec.when(pay("0.01", "09-02")).thenRejected(RefusalCode.EXCEEDS_DUE);
        spec.and("RefundLandPrice supply=s amount=4000000CNY on=2023-09-03");
        spec.when(pay("0.01", "09-04")).thenRejected(RefusalCode.EXCEEDS_DUE);
    }

    @Test
    void aPriceOfZeroIsPaidWithNothing() {
        given(LAND_AND_PROJECT)
                .and(SUPPLY.replace("6000000CNY", "0CNY"))
                .when(pay("0.01", "07-01"))
                .thenRejected(RefusalCode.EXCEEDS_DUE);
    }

    @Test
    void anUnknownPriceIsNotPaid() {
        given(LAND_AND_PROJECT).and(UNPRICED).when(pay("1", "07-01")).thenRejected(RefusalCode.PRICE_UNKNOWN);
    }

    @Test
    void aPaymentIsInTheCurrencyOfThePriceAndNotZero() {
        given(SUPPLIED)
                .when("RecordLandPayment supply=s amount=1USD on=2023-07-01")
                .thenRejected(RefusalCode.CURRENCY_DIFFERS);
        given(SUPPLIED).when(pay("0", "07-01")).thenRejected(RefusalCode.ZERO_AMOUNT);
    }

    @Test
    void theSupplyIsKnownInTheBooksOfTheZone() {
        given(SUPPLIED)
                .when(pay("1", "07-01").replace("supply=s", "supply=x"))
                .thenRejected(RefusalCode.UNKNOWN_SUPPLY);
        given(SUPPLIED).when(pay("1", "07-01") + " zone=city").thenRejected(RefusalCode.WRONG_ZONE);
        given(SUPPLIED)
                .and("ClosePeriod zone=province through=2023-07-01 doc=1")
                .when(pay("1", "07-01"))
                .thenRejected(RefusalCode.PERIOD_CLOSED);
        given(SUPPLIED).when(pay("1", "07-01").replace("2023", "2024")).thenRejected(RefusalCode.DATE_IN_FUTURE);
    }

    @Test
    void anotherSupplyIsPaidForItself() {
        given(SUPPLIED)
                .and("SupplyLand parcel=p project=a supply=t area=1mu price=1CNY on=2023-06-01")
                .and(pay("6000000", "07-01"))
                .when("RecordLandPayment supply=t amount=1CNY on=2023-07-01")
                .thenMoved("PAYMENT receivable:land-price t -> fund:land-bank z: 100 CNY");
    }

    @Test
    void aPaidSupplyIsReversedOnceItsPaymentsAre() {
        DeciderSpec spec = given(SUPPLIED).and(pay("1", "07-01"));
        spec.when("ReverseEntry position=12").thenRejected(RefusalCode.ENTRY_IS_NEEDED);
        spec.and("ReverseEntry position=13");
        spec.when("ReverseEntry position=12").thenRecorded("reversal.EntryReversed");
    }
}
