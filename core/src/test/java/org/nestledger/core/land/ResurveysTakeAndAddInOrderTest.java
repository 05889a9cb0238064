package org.nestledger.core.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.ACQUIRED;
import static org.nestledger.core.testing.Scenario.PARCEL;
import static org.nestledger.core.testing.Scenario.READY;
import static org.nestledger.core.testing.Scenario.SERVICED;
import static org.nestledger.core.testing.Scenario.SUPPLIED;

import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.land.LandEvent.ParcelResurveyed;
import org.nestledger.core.measure.Area;
import org.nestledger.core.testing.DeciderSpec;

class ResurveysTakeAndAddInOrderTest {

    private static final String SURVEY = "ResurveyParcel parcel=p on=2023-12-01 area=";
    private static final String WHOLLY = PARCEL + "AcquireLand parcel=p area=200mu on=2023-02-01\n";

    @Test
    void aDecreaseTakesTheUnacquiredPartFirstWithoutAMovement() {
        given(READY).when(SURVEY + "150mu").thenMoved();
    }

    @Test
    void thenAcquiredAndThenServicedLand() {
        given(SERVICED).when(SURVEY + "130mu").thenMoved("SURVEY land:acquired p -> land:outside p: 20 mu");
        given(SERVICED)
                .when(SURVEY + "90mu")
                .thenMoved(
                        "SURVEY land:acquired p -> land:outside p: 50 mu",
                        "SURVEY land:serviced p -> land:outside p: 10 mu");
    }

    @Test
    void andTheUnconvertedPartBeforeWhatIsReady() {
        given(READY).when(SURVEY + "120mu").thenMoved("SURVEY land:acquired p -> land:outside p: 30 mu");
        given(READY)
                .when(SURVEY + "110mu")
                .thenMoved(
                        "SURVEY land:acquired p -> land:outside p: 40 mu",
                        "SURVEY construction:ready p -> construction:none p: 10 mu");
    }

    @Test
    void itIsRefusedBelowWhatIsSupplied() {
        given(SUPPLIED)
                .when(SURVEY + "60mu")
                .thenMoved(
                        "SURVEY land:acquired p -> land:outside p: 50 mu",
                        "SURVEY land:serviced p -> land:outside p: 40 mu",
                        "SURVEY construction:ready p -> construction:none p: 60 mu");
        assertThat(given(SUPPLIED)
                        .when(SURVEY + "59mu")
                        .thenRejected(RefusalCode.AREA_BELOW_SUPPLIED)
                        .figures())
                .containsEntry("short", "1 mu");
    }

    @Test
    void itTakesWhatIsLeastOverItsDayAndAllLaterOnes() {
        given(SUPPLIED)
                .when("ResurveyParcel parcel=p area=120mu on=2023-02-15")
                .thenMoved("SURVEY land:acquired p -> land:outside p: 30 mu");
        given(SUPPLIED)
                .when("ResurveyParcel parcel=p area=99mu on=2023-02-15")
                .thenRejected(RefusalCode.AREA_BELOW_SUPPLIED);
        given(ACQUIRED)
                .when("ResurveyParcel parcel=p area=149mu on=2023-01-15")
                .thenRejected(RefusalCode.AREA_BELOW_SUPPLIED);
    }

    @Test
    void anIncreaseIsAcquiredWhenTheParcelWasWholly() {
        given(WHOLLY).when(SURVEY + "201mu").thenMoved("SURVEY land:outside p -> land:acquired p: 1 mu");
        given(WHOLLY + "ServiceLand parcel=p area=200mu on=2023-03-01\n")
                .when(SURVEY + "201mu")
                .thenMoved("SURVEY land:outside p -> land:acquired p: 1 mu");
    }

    @Test
    void anIncreaseOfAPartlyAcquiredParcelMovesNothing() {
        given(ACQUIRED).when(SURVEY + "201mu").thenMoved();
        given(PARCEL).when(SURVEY + "201mu").thenMoved();
    }

    @Test
    void anIncreaseBeforeTheParcelWasWhollyAcquiredMovesNothing() {
        given(WHOLLY).when("ResurveyParcel parcel=p area=201mu on=2023-01-31").thenMoved();
    }

    @Test
    void aParcelOfWhichNothingIsLeftWasNotWhollyAcquired() {
        given(PARCEL + "SplitParcel parcel=p children=c:200:0:0:0 on=2023-02-01\n")
                .when(SURVEY + "5mu")
                .thenMoved();
    }

    @Test
    void quotaIsNotReturned() {
        DeciderSpec spec = given(READY).and(SURVEY + "20mu");
        spec.when("LapseQuota year=2023 area=31mu on=2023-12-31 doc=5").thenRejected(RefusalCode.NOT_ENOUGH_QUOTA);
        spec.when("LapseQuota year=2023 area=30mu on=2023-12-31 doc=5").thenRecorded("quota.QuotaLapsed");
    }

    @Test
    void itCarriesTheAreaBefore() {
        DeciderSpec spec = given(PARCEL).and(SURVEY + "190mu");
        spec.when("ResurveyParcel parcel=p area=195mu on=2023-12-01").thenRecorded(ParcelResurveyed.class, event -> {
            assertThat(event.previousArea()).isEqualTo(Area.mu("190"));
            assertThat(event.area()).isEqualTo(Area.mu("195"));
        });
    }

    @Test
    void theSameAreaIsNoChange() {
        given(PARCEL).when(SURVEY + "200mu").thenRejected(RefusalCode.NOTHING_TO_CHANGE);
    }

    @Test
    void itIsNotDatedBeforeTheLatestOneOrTheRegistration() {
        DeciderSpec spec = given(PARCEL).and(SURVEY + "190mu");
        spec.when("ResurveyParcel parcel=p area=195mu on=2023-11-30").thenRejected(RefusalCode.NOT_LATEST);
        given(PARCEL).when("ResurveyParcel parcel=p area=195mu on=2022-12-31").thenRejected(RefusalCode.NOT_LATEST);
    }

    @Test
    void itIsNotDatedBeforeASplit() {
        given(ACQUIRED)
                .and("SplitParcel parcel=p children=c:50:50:0:0 on=2023-06-01")
                .when("ResurveyParcel parcel=p area=195mu on=2023-05-31")
                .thenRejected(RefusalCode.NOT_LATEST);
    }

    @Test
    void afterASplitItCountsWhatIsLeft() {
        DeciderSpec spec = given(ACQUIRED).and("SplitParcel parcel=p children=c:50:50:0:0 on=2023-06-01");
        spec.when(SURVEY + "140mu").thenMoved();
        spec.when(SURVEY + "90mu").thenMoved("SURVEY land:acquired p -> land:outside p: 10 mu");
        spec.when("ResurveyParcel parcel=c area=55mu on=2023-12-01")
                .thenMoved("SURVEY land:outside c -> land:acquired c: 5 mu");
    }

    @Test
    void theAreaOfADayIsTheOneRegisteredAndSurveyedToThatDay() {
        DeciderSpec smaller = given(PARCEL).and(SURVEY + "100mu");
        smaller.when("AcquireLand parcel=p area=101mu on=2023-02-01").thenRejected(RefusalCode.ACQUIRED_EXCEEDS_AREA);
        DeciderSpec larger = given(PARCEL).and(SURVEY + "300mu");
        larger.when("AcquireLand parcel=p area=201mu on=2023-11-30").thenRejected(RefusalCode.ACQUIRED_EXCEEDS_AREA);
        larger.when("AcquireLand parcel=p area=300mu on=2023-12-01").thenRecorded("land.LandAcquired");
    }
}
