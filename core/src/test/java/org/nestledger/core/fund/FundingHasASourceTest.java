package org.nestledger.core.fund;

import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.ZONES;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.fund.FundEvent.FundingRecorded;
import org.nestledger.core.measure.Money;

class FundingHasASourceTest {

    private static final String FUND = "RecordFunding source=BOND amount=1000000CNY on=2023-06-01";

    @ParameterizedTest
    @CsvSource({
        "CAPITAL, funding:capital",
        "BOND, funding:bond",
        "LOAN, funding:loan",
        "FISCAL_RETURN, funding:fiscal-return"
    })
    void eachSourceHasAnAccount(FundingSource source, String account) {
        given(ZONES)
                .when(FUND.replace("BOND", source.name()) + " note=first~part")
                .then(new FundingRecorded(
                        "z", source, Money.yuan("1000000"), "first part", LocalDate.of(2023, 6, 1), List.of()))
                .thenMoved("FUNDING " + account + " z -> fund:land-bank z: 100000000 CNY");
    }

    @Test
    void inAnyCurrencyAndAnyNumber() {
        given(ZONES)
                .and(FUND, FUND)
                .when(FUND.replace("CNY", "JPY"))
                .thenMoved("FUNDING funding:bond z -> fund:land-bank z: 1000000 JPY");
    }

    @Test
    void neverOfNothing() {
        given(ZONES).when(FUND.replace("1000000", "0")).thenRejected(RefusalCode.ZERO_AMOUNT);
    }

    @Test
    void inTheOpenBooksOfItsZone() {
        given(ZONES).when(FUND + " zone=x").thenRejected(RefusalCode.UNKNOWN_ZONE);
        given(ZONES).when(FUND.replace("2023", "2019")).thenRejected(RefusalCode.BEFORE_BOOKS);
        given(ZONES).when(FUND.replace("2023", "2024")).thenRejected(RefusalCode.DATE_IN_FUTURE);
        given(ZONES)
                .and("ClosePeriod zone=city through=2023-06-01 doc=1")
                .when(FUND)
                .thenRejected(RefusalCode.PERIOD_CLOSED);
    }

    @Test
    void itIsReversedWhole() {
        given(ZONES)
                .and(FUND)
                .when("ReverseEntry position=6")
                .thenMoved("FUNDING funding:bond z -> fund:land-bank z: -100000000 CNY");
    }

    @Test
    void moreThanTheLedgerCanHoldIsRefused() {
        String most = FUND.replace("1000000", "92233720368547758.07");
        given(ZONES).when(most).thenRecorded("fund.FundingRecorded");
    }
}
