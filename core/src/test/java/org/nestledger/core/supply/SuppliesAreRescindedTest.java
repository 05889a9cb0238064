package org.nestledger.core.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.LAND_AND_PROJECT;
import static org.nestledger.core.testing.Scenario.SUPPLIED;
import static org.nestledger.core.testing.Scenario.SUPPLY;

import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.testing.DeciderSpec;

class SuppliesAreRescindedTest {

    private static final String RESCIND = "RescindSupply supply=s on=2023-09-01";

    @Test
    void wholeWhenNoAreaIsStated() {
        given(SUPPLIED)
                .when(RESCIND)
                .thenMoved(
                        "RESCIND land:supplied s -> land:serviced p: 60 mu",
                        "RESCIND_READY construction:supplied s -> construction:ready p: 60 mu");
    }

    @Test
    void orInPartWithAPriceReduction() {
        given(SUPPLIED)
                .when(RESCIND + " area=20mu priceReduction=2000000CNY")
                .thenMoved(
                        "RESCIND land:supplied s -> land:serviced p: 20 mu",
                        "RESCIND_READY construction:supplied s -> construction:ready p: 20 mu",
                        "PRICE_RESCIND receivable:land-price s -> proceeds:supply s: 200000000 CNY");
    }

    @Test
    void theRestIsRescindedLater() {
        given(SUPPLIED)
                .and(RESCIND + " area=20mu")
                .when(RESCIND)
                .thenMoved(
                        "RESCIND land:supplied s -> land:serviced p: 40 mu",
                        "RESCIND_READY construction:supplied s -> construction:ready p: 40 mu");
    }

    @Test
    void neverMoreThanIsSupplied() {
        given(SUPPLIED).when(RESCIND + " area=61mu").thenRejected(RefusalCode.NOT_ENOUGH_SUPPLIED);
        given(SUPPLIED)
                .and(RESCIND + " area=20mu")
                .when(RESCIND + " area=41mu")
                .thenRejected(RefusalCode.NOT_ENOUGH_SUPPLIED);
        given(SUPPLIED)
                .and("RescindSupply supply=s area=20mu on=2023-10-01")
                .when(RESCIND + " area=41mu")
                .thenRejected(RefusalCode.NOT_ENOUGH_SUPPLIED);
    }

    @Test
    void notWhenNothingIsLeft() {
        given(SUPPLIED).and(RESCIND).when(RESCIND).thenRejected(RefusalCode.NOT_ENOUGH_SUPPLIED);
    }

    @Test
    void notBeforeItWasSupplied() {
        String early = RESCIND.replace("2023-09-01", "2023-05-31");
        given(SUPPLIED).when(early).thenRejected(RefusalCode.NOT_ENOUGH_SUPPLIED);
        given(SUPPLIED).when(early + " area=1mu").thenRejected(RefusalCode.NOT_ENOUGH_SUPPLIED);
    }

    @Test
    void theLandCanBeSuppliedAgain() {
        DeciderSpec spec = given(SUPPLIED).and(RESCIND);
        spec.when(SUPPLY.replace("supply=s", "supply=t").replace("2023-06-01", "2023-09-01"))
                .thenRecorded("supply.LandSupplied");
    }

    @Test
    void aReductionIsPartOfWhatIsLeftOfThePrice() {
        DeciderSpec spec = given(SUPPLIED);
        spec.when(RESCIND + " area=1mu priceReduction=6000000.01CNY").thenRejected(RefusalCode.REDUCTION_EXCEEDS_PRICE);
        spec.and(RESCIND + " area=1mu priceReduction=4000000CNY");
        assertThat(spec.when(RESCIND + " area=1mu priceReduction=2000000.01CNY")
                        .thenRejected(RefusalCode.REDUCTION_EXCEEDS_PRICE)
                        .figures())
                .containsEntry("left", "2000000 CNY");
        spec.when(RESCIND + " area=1mu priceReduction=2000000CNY").thenRecorded("supply.SupplyRescinded");
    }

    @Test
    void aReductionIsInTheCurrencyOfThePrice() {
        given(SUPPLIED).when(RESCIND + " priceReduction=1USD").thenRejected(RefusalCode.CURRENCY_DIFFERS);
    }

    @Test
    void anUnknownPriceIsNotReduced() {
        DeciderSpec spec = given(LAND_AND_PROJECT).and(SUPPLY.replace("price=6000000CNY", ""));
        spec.when(RESCIND + " priceReduction=1CNY").thenRejected(RefusalCode.PRICE_UNKNOWN);
        spec.when(RESCIND).thenRecorded("supply.SupplyRescinded");
    }

    @Test
    void theSupplyIsKnownInTheBooksOfTheZone() {
        given(SUPPLIED).when(RESCIND.replace("supply=s", "supply=x")).thenRejected(RefusalCode.UNKNOWN_SUPPLY);
        given(SUPPLIED).when(RESCIND + " zone=city").thenRejected(RefusalCode.WRONG_ZONE);
        given(SUPPLIED).when(RESCIND + " area=0mu").thenRejected(RefusalCode.ZERO_AMOUNT);
    }
}
