package org.nestledger.core.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.ACQUIRED;
import static org.nestledger.core.testing.Scenario.PARCEL;
import static org.nestledger.core.testing.Scenario.READY;
import static org.nestledger.core.testing.Scenario.SERVICED;
import static org.nestledger.core.testing.Scenario.SUPPLIED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.land.LandEvent.LandAcquired;

class AcquiredLandFitsTheParcelTest {

    @Test
    void acquisitionIsRollingAndSaysWhatIsConstructionLandAlready() {
        given(ACQUIRED)
                .when("AcquireLand parcel=p area=50mu existing=20mu cost=100CNY on=2023-02-02")
                .thenMoved(
                        "ACQUIRE land:outside p -> land:acquired p: 50 mu",
                        "EXISTING construction:none p -> construction:ready p: 20 mu",
                        "COST_ACQUISITION fund:land-bank z -> cost:acquisition z: 10000 CNY");
    }

    @Test
    void anUnknownCostPostsNothing() {
        given(PARCEL).when("AcquireLand parcel=p area=50mu on=2023-02-02").thenRecorded(LandAcquired.class, event -> {
            assertThat(event.cost()).isNull();
            assertThat(event.existing().isZero()).isTrue();
        });
    }

    @Test
    void noMoreIsAcquiredThanTheParcelHas() {
        given(ACQUIRED)
                .when("AcquireLand parcel=p area=50.000001mu on=2023-02-02")
                .thenRejected(RefusalCode.ACQUIRED_EXCEEDS_AREA);
        given(ACQUIRED).when("AcquireLand parcel=p area=50mu on=2023-02-02").thenRecorded("land.LandAcquired");
    }

    @Test
    void servicedAndSuppliedLandCountsAsAcquired() {
        given(SUPPLIED)
                .when("AcquireLand parcel=p area=51mu on=2023-12-01")
                .thenRejected(RefusalCode.ACQUIRED_EXCEEDS_AREA);
        given(SUPPLIED).when("AcquireLand parcel=p area=50mu on=2023-12-01").thenRecorded("land.LandAcquired");
    }

    @Test
    void aBackDatedAcquisitionCountsTheLaterOnes() {
        given(ACQUIRED)
                .when("AcquireLand parcel=p area=51mu on=2023-01-02")
                .thenRejected(RefusalCode.ACQUIRED_EXCEEDS_AREA);
    }

    @Test
    void nothingIsAcquiredBeforeTheParcelIsRegistered() {
        given(PARCEL)
                .when("AcquireLand parcel=p area=1mu on=2022-12-31")
                .thenRejected(RefusalCode.ACQUIRED_EXCEEDS_AREA);
    }

    @Test
    void existingLandIsPartOfTheAcquiredLand() {
        given(PARCEL)
                .when("AcquireLand parcel=p area=10mu existing=11mu on=2023-02-02")
                .thenRejected(RefusalCode.EXISTING_EXCEEDS_ACQUIRED);
    }

    @Test
    void existingAndConvertedLandFitTheParcel() {
        given(READY)
                .and("ResurveyParcel parcel=p area=160mu on=2023-03-02")
                .when("AcquireLand parcel=p area=10mu existing=10mu on=2023-03-03")
                .thenRecorded("land.LandAcquired");
        given(READY)
                .and("AcquireLand parcel=p area=40mu existing=40mu on=2023-03-03")
                .when("ConvertLand parcel=p area=30mu quotaZone=z quotaYear=2023 on=2023-03-03 doc=3")
                .thenRecorded("land.LandConverted");
        given(READY)
                .and(
                        "AcquireLand parcel=p area=50mu existing=50mu on=2023-03-03",
                        "GrantQuota year=2023 area=9mu on=2023-01-10 doc=1")
                .when("ConvertLand parcel=p area=31mu quotaZone=z quotaYear=2023 on=2023-03-03 doc=3")
                .thenRejected(RefusalCode.READY_EXCEEDS_AREA);
    }

    @Test
    void noMoreIsServicedThanIsAcquired() {
        given(SERVICED)
                .when("ServiceLand parcel=p area=50mu cost=1CNY on=2023-03-02")
                .thenMoved(
                        "SERVICE land:acquired p -> land:serviced p: 50 mu",
                        "COST_SERVICING fund:land-bank z -> cost:servicing z: 100 CNY");
        given(SERVICED)
                .when("ServiceLand parcel=p area=51mu on=2023-03-02")
                .thenRejected(RefusalCode.NOT_ENOUGH_ACQUIRED);
    }

    @Test
    void nothingIsServicedBeforeItIsAcquired() {
        given(ACQUIRED)
                .when("ServiceLand parcel=p area=1mu on=2023-01-31")
                .thenRejected(RefusalCode.NOT_ENOUGH_ACQUIRED);
    }

    @Test
    void aBackDatedServicingLeavesEnoughForTheLaterOne() {
        given(SERVICED)
                .when("ServiceLand parcel=p area=51mu on=2023-02-01")
                .thenRejected(RefusalCode.NOT_ENOUGH_ACQUIRED);
        given(SERVICED).when("ServiceLand parcel=p area=50mu on=2023-02-01").thenRecorded("land.LandServiced");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AcquireLand parcel=p area=0mu",
                "ServiceLand parcel=p area=0mu",
                "ConvertLand parcel=p area=0mu quotaZone=z quotaYear=2023 doc=1",
                "ResurveyParcel parcel=p area=0mu",
                "RegisterParcel parcel=q area=0mu"
            })
    void nothingIsDoneWithNoLand(String command) {
        given(READY).when(command + " on=2023-06-01").thenRejected(RefusalCode.ZERO_AMOUNT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AmendParcel use=industrial",
                "SplitParcel children=c:1:0:0:0",
                "AcquireLand area=1mu",
                "ConvertLand area=1mu quotaZone=z quotaYear=2023 doc=1",
                "ServiceLand area=1mu",
                "ResurveyParcel area=190mu",
                "RecordOpeningStock acquired=1mu",
                "SupplyLand project=a supply=s area=1mu"
            })
    void theParcelIsRegisteredInTheBooksOfTheZone(String command) {
        given(READY).when(command + " parcel=x on=2023-06-01").thenRejected(RefusalCode.UNKNOWN_PARCEL);
        given(READY).when(command + " parcel=p zone=peer on=2023-06-01").thenRejected(RefusalCode.WRONG_ZONE);
        given(READY).when(command + " parcel=p zone=x on=2023-06-01").thenRejected(RefusalCode.UNKNOWN_ZONE);
        given(READY).when(command + " parcel=p on=2024-01-06").thenRejected(RefusalCode.DATE_IN_FUTURE);
        given(READY).when(command + " parcel=p on=2019-12-31").thenRejected(RefusalCode.BEFORE_BOOKS);
    }
}
