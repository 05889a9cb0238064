package org.nestledger.core.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.LAND_AND_PROJECT;
import static org.nestledger.core.testing.Scenario.SUPPLIED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.testing.DeciderSpec;

/** Land is supplied on 1 June. */
class PermitsNeedLandAndOneAnotherTest {

    private static final String RESCIND = "RescindSupply supply=s on=";
    private static final String PLANNED = SUPPLIED + applied("g", "CONSTRUCTION_PLANNING") + granted("g", "2023-06-10");

    private static String applied(String permit, Object kind) {
        return "ApplyForPermit project=a permit=%s kind=%s on=2023-04-01\n".formatted(permit, kind);
    }

    private static String granted(String permit, String on) {
        return "GrantPermit project=a permit=%s authority=city on=%s\n".formatted(permit, on);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REAL_ESTATE", "LAND_USE_PLANNING"})
    void certificatesOfLandNeedLandOnTheirDay(String kind) {
        given(LAND_AND_PROJECT)
                .and(applied("r", kind))
                .when(granted("r", "2023-06-01"))
                .thenRejected(RefusalCode.PROJECT_HAS_NO_LAND);
        DeciderSpec supplied = given(SUPPLIED).and(applied("r", kind));
        supplied.when(granted("r", "2023-05-31")).thenRejected(RefusalCode.PROJECT_HAS_NO_LAND);
        supplied.when(granted("r", "2023-06-01")).thenRecorded("permit.PermitGranted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REAL_ESTATE", "LAND_USE_PLANNING"})
    void landIsNotTakenBackFromUnderThem(String kind) {
        DeciderSpec spec = given(SUPPLIED).and(applied("r", kind), granted("r", "2023-07-01"));
        spec.when(RESCIND + "2023-07-01").thenRejected(RefusalCode.PROJECT_HAS_NO_LAND);
        spec.when("ReverseEntry position=12").thenRejected(RefusalCode.PROJECT_HAS_NO_LAND);
        spec.when(RESCIND + "2023-06-15 area=59mu").thenRecorded("supply.SupplyRescinded");
        spec.when(RESCIND + "2023-07-02").thenRecorded("supply.SupplyRescinded");
    }

    @Test
    void landThatWasTakenBackBeforeIsNoLand() {
        DeciderSpec spec = given(SUPPLIED).and(RESCIND + "2023-07-01", applied("r", "REAL_ESTATE"));
        spec.when(granted("r", "2023-07-01")).thenRejected(RefusalCode.PROJECT_HAS_NO_LAND);
        spec.when(granted("r", "2023-06-30")).thenRecorded("permit.PermitGranted");
    }

    @Test
    void otherLandOfTheProjectWillDo() {
        given(SUPPLIED)
                .and("SupplyLand parcel=p project=a supply=t area=1mu on=2023-06-20")
                .and(applied("r", "REAL_ESTATE"), granted("r", "2023-07-01"))
                .when(RESCIND + "2023-07-01")
                .thenRecorded("supply.SupplyRescinded");
    }

    @Test
    void aPermitToBuildNeedsThePlanningPermit() {
        assertThat(given(SUPPLIED)
                        .and(applied("c", "CONSTRUCTION"))
                        .when(granted("c", "2023-07-01"))
                        .thenRejected(RefusalCode.PERMIT_REQUIRED)
                        .figures())
                .containsEntry("kind", "CONSTRUCTION_PLANNING");
        given(SUPPLIED)
                .and(applied("c", "CONSTRUCTION"), applied("g", "CONSTRUCTION_PLANNING"))
                .when(granted("c", "2023-07-01"))
                .thenRejected(RefusalCode.PERMIT_REQUIRED);
        DeciderSpec planned = given(PLANNED).and(applied("c", "CONSTRUCTION"));
        planned.when(granted("c", "2023-06-09")).thenRejected(RefusalCode.PERMIT_REQUIRED);
        planned.when(granted("c", "2023-06-10")).thenRecorded("permit.PermitGranted");
    }

    @Test
    void aPlanningPermitThatWasRefusedOrRevokedWillNotDo() {
        given(SUPPLIED)
                .and(applied("g", "CONSTRUCTION_PLANNING"), "RefusePermit project=a permit=g on=2023-06-10")
                .and(applied("c", "CONSTRUCTION"))
                .when(granted("c", "2023-07-01"))
                .thenRejected(RefusalCode.PERMIT_REQUIRED);
        DeciderSpec revoked =
                given(PLANNED).and("RevokePermit project=a permit=g on=2023-06-20", applied("c", "CONSTRUCTION"));
        revoked.when(granted("c", "2023-06-20")).thenRejected(RefusalCode.PERMIT_REQUIRED);
        revoked.when(granted("c", "2023-06-19")).thenRecorded("permit.PermitGranted");
    }

    @Test
    void norOneOfAnotherProject() {
        given(PLANNED)
                .and("IntroduceProject project=b on=2023-04-01")
                .and("ApplyForPermit project=b permit=c kind=CONSTRUCTION on=2023-06-20")
                .when("GrantPermit project=b permit=c authority=city on=2023-06-20")
                .thenRejected(RefusalCode.PERMIT_REQUIRED);
    }

    @Test
    void thePlanningPermitIsNotRevokedFromUnderThePermitToBuild() {
        DeciderSpec spec = given(PLANNED).and(applied("c", "CONSTRUCTION"), granted("c", "2023-06-20"));
        spec.when("RevokePermit project=a permit=g on=2023-06-20").thenRejected(RefusalCode.PERMIT_REQUIRED);
        spec.when("ReverseEntry position=14").thenRejected(RefusalCode.PERMIT_REQUIRED);
        spec.when("RevokePermit project=a permit=g on=2023-06-21").thenRecorded("permit.PermitRevoked");
    }

    @Test
    void butWhereAnotherOneStandsInForIt() {
        given(PLANNED)
                .and(applied("h", "CONSTRUCTION_PLANNING"), granted("h", "2023-06-15"))
                .and(applied("c", "CONSTRUCTION"), granted("c", "2023-06-20"))
                .when("RevokePermit project=a permit=g on=2023-06-20")
                .thenRecorded("permit.PermitRevoked");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"REAL_ESTATE", "LAND_USE_PLANNING", "CONSTRUCTION"})
    void theOthersNeedNothing(PermitKind kind) {
        given(LAND_AND_PROJECT)
                .and(applied("o", kind))
                .when(granted("o", "2023-04-01"))
                .thenRecorded("permit.PermitGranted");
    }
}
