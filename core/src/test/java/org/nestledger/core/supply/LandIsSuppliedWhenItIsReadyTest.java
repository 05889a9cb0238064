package org.nestledger.core.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.LAND_AND_PROJECT;
import static org.nestledger.core.testing.Scenario.READY;
import static org.nestledger.core.testing.Scenario.SERVICED;
import static org.nestledger.core.testing.Scenario.SUPPLIED;
import static org.nestledger.core.testing.Scenario.SUPPLY;
import static org.nestledger.core.testing.Scenario.introduction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.testing.DeciderSpec;

class LandIsSuppliedWhenItIsReadyTest {

    @Test
    void itMovesServicedAndReadyLandAndItsPriceToTheSupply() {
        given(LAND_AND_PROJECT)
                .when(SUPPLY)
                .thenMoved(
                        "SUPPLY land:serviced p -> land:supplied s: 60 mu",
                        "SUPPLY_READY construction:ready p -> construction:supplied s: 60 mu",
                        "PRICE proceeds:supply s -> receivable:land-price s: 600000000 CNY");
    }

    @Test
    void noMoreIsSuppliedThanIsServiced() {
        given(LAND_AND_PROJECT).when(SUPPLY.replace("60mu", "100mu")).thenRecorded("supply.LandSupplied");
        assertThat(given(LAND_AND_PROJECT)
                        .when(SUPPLY.replace("60mu", "100.5mu"))
                        .thenRejected(RefusalCode.NOT_ENOUGH_SERVICED)
                        .figures())
                .containsEntry("short", "0.5 mu")
                .containsEntry("day", "2023-06-01");
    }

    @Test
    void andNoMoreThanIsReadyForConstruction() {
        DeciderSpec spec = given(SERVICED + """
                GrantQuota year=2023 area=150mu on=2023-01-10 doc=1
                ConvertLand parcel=p area=50mu quotaZone=z quotaYear=2023 on=2023-03-01 doc=2
                """ + introduction(""));
        spec.when(SUPPLY).thenRejected(RefusalCode.NOT_ENOUGH_READY);
        spec.when(SUPPLY.replace("60mu", "50mu")).thenRecorded("supply.LandSupplied");
    }

    @Test
    void landOfAnotherParcelDoesNotHelp() {
        given(LAND_AND_PROJECT)
                .and("RegisterParcel parcel=q area=100mu on=2023-01-01")
                .when(SUPPLY.replace("parcel=p", "parcel=q"))
                .thenRejected(RefusalCode.NOT_ENOUGH_SERVICED);
    }

    @Test
    void aSupplyDatedBeforeItsLandWasServicedIsRefused() {
        String early = READY + "IntroduceProject project=a on=2023-02-01\n";
        given(early).when(SUPPLY.replace("2023-06-01", "2023-02-28")).thenRejected(RefusalCode.NOT_ENOUGH_SERVICED);
        given(early).when(SUPPLY.replace("2023-06-01", "2023-03-01")).thenRecorded("supply.LandSupplied");
    }

    @Test
    void aSupplyDatedBetweenLeavesEnoughForTheLaterOne() {
        DeciderSpec spec = given(SUPPLIED);
        String between = "SupplyLand parcel=p project=a supply=t on=2023-05-01 area=";
        assertThat(spec.when(between + "41mu")
                        .thenRejected(RefusalCode.NOT_ENOUGH_SERVICED)
                        .figures())
                .containsEntry("day", "2023-06-01");
        spec.when(between + "40mu").thenRecorded("supply.LandSupplied");
    }

    @Test
    void whatIsRescindedLaterIsNotFreeBefore() {
        DeciderSpec spec = given(SUPPLIED).and("RescindSupply supply=s on=2023-09-01");
        String again = "SupplyLand parcel=p project=a supply=t area=100mu on=";
        spec.when(again + "2023-08-31").thenRejected(RefusalCode.NOT_ENOUGH_SERVICED);
        spec.when(again + "2023-09-01").thenRecorded("supply.LandSupplied");
    }

    @Test
    void theProjectIsKnownBegunAndNotWithdrawn() {
        given(READY).when(SUPPLY).thenRejected(RefusalCode.UNKNOWN_PROJECT);
        given(LAND_AND_PROJECT)
                .when(SUPPLY.replace("2023-06-01", "2023-03-31"))
                .thenRejected(RefusalCode.BEFORE_INTRODUCTION);
        given(LAND_AND_PROJECT)
                .and("WithdrawProject project=a on=2023-12-01")
                .when(SUPPLY)
                .thenRejected(RefusalCode.PROJECT_WITHDRAWN);
        given(READY)
                .and("RecordOpeningProject project=a on=2023-04-01")
                .when(SUPPLY.replace("2023-06-01", "2023-03-31"))
                .thenRejected(RefusalCode.BEFORE_OPENING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"province", "city", "z", "sub"})
    void theProjectIsInTheParcelsZoneAboveOrBelowIt(String zone) {
        given(READY)
                .and("IntroduceProject project=a zone=" + zone + " on=2023-04-01")
                .when(SUPPLY)
                .thenRecorded("supply.LandSupplied");
    }

    @Test
    void theProjectIsNotInAStrangeZone() {
        given(READY)
                .and("IntroduceProject project=a zone=peer on=2023-04-01")
                .when(SUPPLY)
                .thenRejected(RefusalCode.WRONG_ZONE);
    }

    @Test
    void aSupplyIdIsUsedOnce() {
        given(SUPPLIED).when(SUPPLY.replace("60mu", "1mu")).thenRejected(RefusalCode.ID_TAKEN);
    }

    @Test
    void theProjectGetsNoMoreThanItNeeds() {
        DeciderSpec spec = given(READY + introduction("landNeed=70mu")).and(SUPPLY);
        String more = "SupplyLand parcel=p project=a supply=t on=2023-07-01 area=";
        assertThat(spec.when(more + "10.1mu")
                        .thenRejected(RefusalCode.SUPPLY_EXCEEDS_NEED)
                        .figures())
                .containsEntry("need", "70 mu")
                .containsEntry("supplied", "70.1 mu");
        spec.when(more + "10mu").thenRecorded("supply.LandSupplied");
    }

    @Test
    void theNeedCountsTheLandOfAllParcels() {
        given(READY + introduction("landNeed=70mu"))
                .and(SUPPLY, "RegisterParcel parcel=q area=20mu on=2023-01-01", """
                        RecordOpeningStock parcel=q serviced=20mu existing=20mu on=2023-01-01
                        """)
                .when("SupplyLand parcel=q project=a supply=t area=11mu on=2023-07-01")
                .thenRejected(RefusalCode.SUPPLY_EXCEEDS_NEED);
    }

    @Test
    void theNeedCountsLaterSuppliesAndWhatIsRescinded() {
        DeciderSpec spec = given(READY + introduction("landNeed=70mu")).and(SUPPLY);
        String more = "SupplyLand parcel=p project=a supply=t area=11mu on=";
        spec.when(more + "2023-05-01").thenRejected(RefusalCode.SUPPLY_EXCEEDS_NEED);
        spec.and("RescindSupply supply=s area=5mu on=2023-08-01");
        spec.when(more + "2023-07-31").thenRejected(RefusalCode.SUPPLY_EXCEEDS_NEED);
        spec.when(more + "2023-08-01").thenRecorded("supply.LandSupplied");
    }

    @Test
    void anUnknownNeedIsNoLimitAndANeedOfNothingIsOne() {
        given(LAND_AND_PROJECT).when(SUPPLY).thenRecorded("supply.LandSupplied");
        given(READY + introduction("landNeed=0mu")).when(SUPPLY).thenRejected(RefusalCode.SUPPLY_EXCEEDS_NEED);
    }

    @Test
    void noLandIsNoSupply() {
        given(LAND_AND_PROJECT).when(SUPPLY.replace("60mu", "0mu")).thenRejected(RefusalCode.ZERO_AMOUNT);
    }
}
