package org.nestledger.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.BUILDING;
import static org.nestledger.core.testing.Scenario.LAND_AND_PROJECT;
import static org.nestledger.core.testing.Scenario.PERMITTED;
import static org.nestledger.core.testing.Scenario.PROJECT;
import static org.nestledger.core.testing.Scenario.SUPPLIED;
import static org.nestledger.core.testing.Scenario.ZONES;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.project.ProjectEvent.ConstructionCompleted;
import org.nestledger.core.project.ProjectEvent.ConstructionStarted;
import org.nestledger.core.project.ProjectEvent.ProjectWithdrawn;
import org.nestledger.core.testing.DeciderSpec;

class StagesComeInOrderTest {

    private static final String COMPLETED = BUILDING + "CompleteConstruction project=a on=2023-10-01\n";
    private static final String PRODUCING = COMPLETED + "StartProduction project=a on=2023-11-01\n";

    @Test
    void introducedBuildingCompletedProducing() {
        DeciderSpec spec = given(PERMITTED);
        spec.when("StartConstruction project=a on=2023-07-01")
                .thenMoved("START project:introduced a -> project:building a: 1 count");
        spec.when("CompleteConstruction project=a on=2023-07-01")
                .thenMoved("COMPLETE project:building a -> project:completed a: 1 count");
        spec.when("StartProduction project=a on=2023-07-01")
                .thenMoved("PRODUCE project:completed a -> project:producing a: 1 count");
    }

    @Test
    void noStageIsSkippedOrRepeated() {
        given(SUPPLIED).when("CompleteConstruction project=a on=2023-08-01").thenRejected(RefusalCode.WRONG_STAGE);
        given(SUPPLIED).when("StartProduction project=a on=2023-08-01").thenRejected(RefusalCode.WRONG_STAGE);
        given(BUILDING).when("StartConstruction project=a on=2023-08-01").thenRejected(RefusalCode.WRONG_STAGE);
        given(BUILDING).when("ReportStart project=a on=2023-08-01").thenRejected(RefusalCode.WRONG_STAGE);
        given(BUILDING).when("StartProduction project=a on=2023-08-01").thenRejected(RefusalCode.WRONG_STAGE);
        given(COMPLETED).when("ReportCompletion project=a on=2023-10-02").thenRejected(RefusalCode.WRONG_STAGE);
        given(PRODUCING).when("StartProduction project=a on=2023-12-01").thenRejected(RefusalCode.WRONG_STAGE);
    }

    @Test
    void eachIsOnOrAfterTheDayOfTheOneBefore() {
        given(BUILDING).when("CompleteConstruction project=a on=2023-06-30").thenRejected(RefusalCode.WRONG_STAGE);
        given(COMPLETED).when("StartProduction project=a on=2023-09-30").thenRejected(RefusalCode.WRONG_STAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"StartConstruction", "ReportStart"})
    void constructionNeedsLandOnItsDay(String start) {
        given(LAND_AND_PROJECT).when(start + " project=a on=2023-07-01").thenRejected(RefusalCode.PROJECT_HAS_NO_LAND);
        given(SUPPLIED).when(start + " project=a on=2023-05-31").thenRejected(RefusalCode.PROJECT_HAS_NO_LAND);
        given(PERMITTED)
                .and("RescindSupply supply=s on=2023-06-30")
                .when(start + " project=a on=2023-07-01")
                .thenRejected(RefusalCode.PROJECT_HAS_NO_LAND);
        given(PERMITTED).when(start + " project=a on=2023-06-20").thenRecorded("project.ConstructionStarted");
    }

    @Test
    void whatANoticeReportsIsMarkedSo() {
        DeciderSpec spec = given(SUPPLIED);
        spec.when("ReportStart project=a on=2023-07-01")
                .thenRecorded(
                        ConstructionStarted.class,
                        event -> assertThat(event.reported()).isTrue());
        spec.when("ReportCompletion project=a on=2023-10-01")
                .thenRecorded(
                        ConstructionCompleted.class,
                        event -> assertThat(event.reported()).isTrue());
        given(PERMITTED)
                .when("StartConstruction project=a on=2023-07-01")
                .thenRecorded(
                        ConstructionStarted.class,
                        event -> assertThat(event.reported()).isFalse());
    }

    @Test
    void anOpeningProjectGoesOnFromItsStage() {
        DeciderSpec spec = given(ZONES).and("RecordOpeningProject project=a stage=BUILDING on=2022-12-31");
        spec.when("StartConstruction project=a on=2023-07-01").thenRejected(RefusalCode.PROJECT_HAS_NO_LAND);
        spec.when("CompleteConstruction project=a on=2022-12-30").thenRejected(RefusalCode.BEFORE_OPENING);
        spec.when("CompleteConstruction project=a on=2022-12-31").thenRecorded("project.ConstructionCompleted");
    }

    @Test
    void aProjectIsWithdrawnFromItsStage() {
        given(PROJECT).when("WithdrawProject project=a on=2023-05-01").thenRecorded(ProjectWithdrawn.class, event -> {
            assertThat(event.previousStage()).isEqualTo(ProjectStage.INTRODUCED);
        });
        given(BUILDING)
                .and("RescindSupply supply=s on=2023-08-01")
                .when("WithdrawProject project=a on=2023-08-01")
                .thenMoved("WITHDRAW project:building a -> project:withdrawn a: 1 count");
    }

    @Test
    void aProjectThatHoldsLandIsNotWithdrawn() {
        assertThat(given(SUPPLIED)
                        .when("WithdrawProject project=a on=2023-08-01")
                        .thenRejected(RefusalCode.PROJECT_HOLDS_LAND)
                        .figures())
                .containsEntry("held", "60 mu");
        given(SUPPLIED).when("WithdrawProject project=a on=2023-05-01").thenRejected(RefusalCode.PROJECT_HOLDS_LAND);
        DeciderSpec rescinded = given(SUPPLIED).and("RescindSupply supply=s on=2023-08-02");
        rescinded.when("WithdrawProject project=a on=2023-08-01").thenRejected(RefusalCode.PROJECT_HOLDS_LAND);
        rescinded.when("WithdrawProject project=a on=2023-08-02").thenRecorded("project.ProjectWithdrawn");
    }

    @Test
    void aProjectIsNotWithdrawnBeforeItReachedItsStage() {
        given(COMPLETED)
                .and("RescindSupply supply=s on=2023-07-02")
                .when("WithdrawProject project=a on=2023-09-30")
                .thenRejected(RefusalCode.WRONG_STAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AmendProject name=Other",
                "RevisePlannedInvestment plannedInvestment=1CNY",
                "RecordInvestment amount=1CNY",
                "StartConstruction",
                "ReportStart",
                "ReachMilestone",
                "CompleteConstruction",
                "ReportCompletion",
                "StartProduction",
                "WithdrawProject"
            })
    void everyCommandNamesAKnownProjectOfItsZoneThatIsNotWithdrawn(String command) {
        given(PROJECT).when(command + " project=x on=2023-05-01").thenRejected(RefusalCode.UNKNOWN_PROJECT);
        given(PROJECT).when(command + " project=a zone=peer on=2023-05-01").thenRejected(RefusalCode.WRONG_ZONE);
        given(PROJECT).when(command + " project=a on=2023-03-31").thenRejected(RefusalCode.BEFORE_INTRODUCTION);
        given(PROJECT).when(command + " project=a on=2024-01-06").thenRejected(RefusalCode.DATE_IN_FUTURE);
        given(PROJECT)
                .and("WithdrawProject project=a on=2023-05-01")
                .when(command + " project=a on=2023-06-01")
                .thenRejected(RefusalCode.PROJECT_WITHDRAWN);
        given(PROJECT)
                .and("ClosePeriod through=2023-05-01 doc=1")
                .when(command + " project=a on=2023-05-01")
                .thenRejected(RefusalCode.PERIOD_CLOSED);
    }
}
