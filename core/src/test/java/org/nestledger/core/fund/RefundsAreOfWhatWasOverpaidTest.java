package org.nestledger.core.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.LAND_AND_PROJECT;
import static org.nestledger.core.testing.Scenario.SUPPLIED;
import static org.nestledger.core.testing.Scenario.UNPRICED;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.fund.FundEvent.LandPriceRefunded;
import org.nestledger.core.measure.Money;
import org.nestledger.core.testing.DeciderSpec;

/** Of a price of 6 000 000 yuan all is paid on 1 July, and 2 000 000 are remitted on 1 September. */
class RefundsAreOfWhatWasOverpaidTest {

    private static final String PAID = SUPPLIED + "RecordLandPayment supply=s amount=6000000CNY on=2023-07-01\n";
    private static final String OVERPAID =
            PAID + "RescindSupply supply=s area=20mu priceReduction=2000000CNY on=2023-09-01\n";

    private static String refund(String amount, String on) {
        return "RefundLandPrice supply=s amount=" + amount + "CNY on=2023-" + on;
    }

    @Test
    void inPartsUntilNothingIsLeft() {
        DeciderSpec spec = given(OVERPAID);
        spec.when(refund("500000", "09-01") + " reason=less~land")
                .then(new LandPriceRefunded(
                        "z", "p", "a", "s", Money.yuan("500000"), "less land", LocalDate.of(2023, 9, 1), List.of()))
                .thenMoved("REFUND fund:land-bank z -> receivable:land-price s: 50000000 CNY");
        assertThat(spec.when(refund("1500000.01", "09-02"))
                        .thenRejected(RefusalCode.EXCEEDS_OVERPAID)
                        .figures())
                .containsEntry("overpaid", "1500000 CNY");
        spec.and(refund("1500000", "09-02"));
        spec.when(refund("0.01", "09-03")).thenRejected(RefusalCode.EXCEEDS_OVERPAID);
    }

    @Test
    void notBeforeItWasOverpaid() {
        given(PAID).when(refund("0.01", "09-01")).thenRejected(RefusalCode.EXCEEDS_OVERPAID);
        given(OVERPAID).when(refund("0.01", "08-31")).thenRejected(RefusalCode.EXCEEDS_OVERPAID);
        given(SUPPLIED).when(refund("0.01", "09-01")).thenRejected(RefusalCode.EXCEEDS_OVERPAID);
    }

    @Test
    void aRefundRecordedLateLeavesLaterOnesWithinWhatWasOverpaid() {
        DeciderSpec spec = given(OVERPAID).and(refund("1500000", "10-01"));
        spec.when(refund("500000.01", "09-15")).thenRejected(RefusalCode.EXCEEDS_OVERPAID);
        spec.when(refund("500000", "09-15")).thenRecorded("fund.LandPriceRefunded");
    }

    @Test
    void whatMadeItOverpaidIsNotReversedFromUnderIt() {
        DeciderSpec spec = given(OVERPAID).and(refund("0.01", "09-02"));
        spec.when("ReverseEntry position=13").thenRejected(RefusalCode.EXCEEDS_OVERPAID);
        spec.when("ReverseEntry position=14").thenRejected(RefusalCode.EXCEEDS_OVERPAID);
        spec.and("ReverseEntry position=15");
        spec.when("ReverseEntry position=13").thenRecorded("reversal.EntryReversed");
        spec.when("ReverseEntry position=14").thenRecorded("reversal.EntryReversed");
    }

    @Test
    void aReductionThatIsNotNeededForItMayBeReversed() {
        given(OVERPAID)
                .and("RescindSupply supply=s area=20mu priceReduction=2000000CNY on=2023-09-01")
                .and(refund("2000000", "09-02"))
                .when("ReverseEntry position=14")
                .thenRecorded("reversal.EntryReversed");
    }

    @Test
    void anUnknownPriceIsNotRefunded() {
        given(LAND_AND_PROJECT).and(UNPRICED).when(refund("1", "09-01")).thenRejected(RefusalCode.PRICE_UNKNOWN);
    }

    @Test
    void aRefundIsInTheCurrencyOfThePriceAndNotZero() {
        given(OVERPAID)
                .when("RefundLandPrice supply=s amount=1USD on=2023-09-01")
                .thenRejected(RefusalCode.CURRENCY_DIFFERS);
        given(OVERPAID).when(refund("0", "09-01")).thenRejected(RefusalCode.ZERO_AMOUNT);
    }

    @Test
    void theSupplyIsKnownInTheBooksOfTheZone() {
        given(OVERPAID)
                .when(refund("1", "09-01").replace("supply=s", "supply=x"))
                .thenRejected(RefusalCode.UNKNOWN_SUPPLY);
        given(OVERPAID).when(refund("1", "09-01") + " zone=city").thenRejected(RefusalCode.WRONG_ZONE);
        given(OVERPAID)
                .and("ClosePeriod zone=province through=2023-09-01 doc=1")
                .when(refund("1", "09-01"))
                .thenRejected(RefusalCode.PERIOD_CLOSED);
    }
}
