package org.nestledger.core.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.BUILDING;
import static org.nestledger.core.testing.Scenario.PERMITTED;
import static org.nestledger.core.testing.Scenario.SUPPLIED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.testing.DeciderSpec;

/** Land is supplied on 1 June, the permit to build granted on 20 June, construction starts on 1 July. */
class ConstructionStartsWithItsPermitTest {

    private static final String START = "StartConstruction project=a on=";
    private static final String REPORT = "ReportStart project=a on=";
    private static final String REVOKE = "RevokePermit project=a permit=a4 on=";
    private static final String RESCIND = "RescindSupply supply=s on=";

    @Test
    void onOrAfterTheDayOfItsGrant() {
        given(SUPPLIED).when(START + "2023-07-01").thenRejected(RefusalCode.PERMIT_REQUIRED);
        assertThat(given(PERMITTED)
                        .when(START + "2023-06-19")
                        .thenRejected(RefusalCode.PERMIT_REQUIRED)
                        .figures())
                .containsEntry("kind", "CONSTRUCTION");
        given(PERMITTED).when(START + "2023-06-20").thenRecorded("project.ConstructionStarted");
    }

    @ParameterizedTest
    @EnumSource(names = {"REAL_ESTATE", "LAND_USE_PLANNING", "CONSTRUCTION_PLANNING", "COMPLETION_ACCEPTANCE"})
    void noOtherPermitWillDo(PermitKind kind) {
        given(SUPPLIED)
                .and("ApplyForPermit project=a permit=o on=2023-06-02 kind=" + kind)
                .and("GrantPermit project=a permit=o authority=city on=2023-06-02")
                .when(START + "2023-07-01")
                .thenRejected(RefusalCode.PERMIT_REQUIRED);
    }

    @Test
    void notFromTheDayOnWhichItWasRevoked() {
        DeciderSpec spec = given(PERMITTED).and(REVOKE + "2023-07-01");
        spec.when(START + "2023-07-01").thenRejected(RefusalCode.PERMIT_REQUIRED);
        spec.when(START + "2023-06-30").thenRecorded("project.ConstructionStarted");
    }

    @Test
    void notWhenTheGrantWasReversed() {
        given(PERMITTED)
                .and("ReverseEntry position=16")
                .when(START + "2023-07-01")
                .thenRejected(RefusalCode.PERMIT_REQUIRED);
    }

    @Test
    void thePermitIsNotRevokedFromUnderTheStart() {
        given(BUILDING).when(REVOKE + "2023-06-20").thenRejected(RefusalCode.PERMIT_REQUIRED);
        given(BUILDING).when(REVOKE + "2023-07-01").thenRejected(RefusalCode.PERMIT_REQUIRED);
        given(BUILDING).when(REVOKE + "2023-07-02").thenRecorded("permit.PermitRevoked");
        given(BUILDING).when("ReverseEntry position=16").thenRejected(RefusalCode.PERMIT_REQUIRED);
    }

    @Test
    void butFromUnderAReversedStart() {
        DeciderSpec spec = given(BUILDING).and("ReverseEntry position=17");
        spec.when(REVOKE + "2023-07-01").thenRecorded("permit.PermitRevoked");
    }

    @Test
    void norIsItsLand() {
        given(BUILDING).when(RESCIND + "2023-07-01").thenRejected(RefusalCode.PROJECT_HAS_NO_LAND);
        given(BUILDING).when("ReverseEntry position=12").thenRejected(RefusalCode.PROJECT_HAS_NO_LAND);
        given(BUILDING).when(RESCIND + "2023-07-02").thenRecorded("supply.SupplyRescinded");
        given(BUILDING).when(RESCIND + "2023-07-01 area=59mu").thenRecorded("supply.SupplyRescinded");
    }

    @Test
    void aNoticeReportsTheStartWithoutAPermit() {
        given(SUPPLIED).when(REPORT + "2023-06-01").thenRecorded("project.ConstructionStarted");
        DeciderSpec reported = given(PERMITTED).and(REPORT + "2023-07-01");
        reported.when(REVOKE + "2023-06-20").thenRecorded("permit.PermitRevoked");
        reported.when(RESCIND + "2023-07-01").thenRejected(RefusalCode.PROJECT_HAS_NO_LAND);
    }

    @Test
    void landRescindedEarlierIsNoLand() {
        given(PERMITTED)
                .and(RESCIND + "2023-07-01")
                .when(START + "2023-07-01")
                .thenRejected(RefusalCode.PROJECT_HAS_NO_LAND);
    }

    @Test
    void aRescissionIsReversedAfterAStart() {
        given(BUILDING)
                .and(RESCIND + "2023-08-01")
                .when("ReverseEntry position=18")
                .thenRecorded("reversal.EntryReversed");
    }

    @Test
    void anOpeningProjectNeedsItToo() {
        String open = SUPPLIED.replace(
                "IntroduceProject project=a on=2023-04-01", "RecordOpeningProject project=a on=2022-12-31");
        given(open).when(START + "2023-07-01").thenRejected(RefusalCode.PERMIT_REQUIRED);
    }
}
