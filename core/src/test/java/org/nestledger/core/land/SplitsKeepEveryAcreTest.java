package org.nestledger.core.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.PARCEL;
import static org.nestledger.core.testing.Scenario.SERVICED;
import static org.nestledger.core.testing.Scenario.SUPPLIED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.land.LandEvent.ParcelSplit;
import org.nestledger.core.measure.Area;
import org.nestledger.core.testing.DeciderSpec;

class SplitsKeepEveryAcreTest {

    private static final String SPLIT = "SplitParcel parcel=p on=2023-12-01 children=";

    @Test
    void eachChildTakesWhatItStatesAndTheRestStays() {
        given(SUPPLIED)
                .when(SPLIT + "c:60:20:30:40,d:40:30:10:20")
                .thenMoved(
                        "SPLIT land:acquired p -> land:acquired c: 20 mu",
                        "SPLIT land:serviced p -> land:serviced c: 30 mu",
                        "SPLIT construction:ready p -> construction:ready c: 40 mu",
                        "SPLIT land:acquired p -> land:acquired d: 30 mu",
                        "SPLIT land:serviced p -> land:serviced d: 10 mu",
                        "SPLIT construction:ready p -> construction:ready d: 20 mu");
    }

    @Test
    void theEventCarriesBothAreasAndNamesAllParcels() {
        given(SERVICED).when(SPLIT + "c:60:0:0:0,d:40:0:0:0").thenRejected(RefusalCode.ACQUIRED_EXCEEDS_AREA);
        given(PARCEL).when(SPLIT + "c:60:0:0:0,d:40:0:0:0").thenRecorded(ParcelSplit.class, event -> {
            assertThat(event.previousArea()).isEqualTo(Area.mu("200"));
            assertThat(event.area()).isEqualTo(Area.mu("100"));
            assertThat(event.tags()).containsExactly("parcel:p", "parcel:c", "parcel:d");
        });
    }

    @Test
    void childrenAreParcelsOfTheirOwn() {
        DeciderSpec spec = given(SERVICED).and(SPLIT + "c:60:20:40:0");
        spec.when("ServiceLand parcel=c area=20mu on=2023-12-02").thenRecorded("land.LandServiced");
        spec.when("ServiceLand parcel=c area=1mu on=2023-12-02").thenRejected(RefusalCode.NOT_ENOUGH_ACQUIRED);
        spec.when("AcquireLand parcel=c area=1mu on=2023-12-02").thenRejected(RefusalCode.ACQUIRED_EXCEEDS_AREA);
        spec.when("RegisterParcel parcel=c area=1mu on=2023-12-02").thenRejected(RefusalCode.ID_TAKEN);
        spec.when("ServiceLand parcel=c area=1mu on=2023-11-30").thenRejected(RefusalCode.NOT_ENOUGH_ACQUIRED);
        spec.and("SplitParcel parcel=c children=e:10:0:10:0 on=2023-12-02")
                .when("AmendParcel parcel=e name=East on=2023-12-03")
                .thenRecorded("land.ParcelAmended");
    }

    @Test
    void whatIsSuppliedStaysWithTheParent() {
        given(SUPPLIED).when(SPLIT + "c:60:0:41:0").thenRejected(RefusalCode.NOT_ENOUGH_SERVICED);
        given(SUPPLIED).when(SPLIT + "c:61:0:0:61").thenRejected(RefusalCode.NOT_ENOUGH_READY);
        given(SUPPLIED).when(SPLIT + "c:141:50:40:60").thenRejected(RefusalCode.ACQUIRED_EXCEEDS_AREA);
        given(SUPPLIED).when(SPLIT + "c:140:50:40:60").thenRecorded("land.ParcelSplit");
    }

    @Test
    void aChildHoldsNoMoreThanItsArea() {
        given(SERVICED).when(SPLIT + "c:10:6:5:0").thenRejected(RefusalCode.ACQUIRED_EXCEEDS_AREA);
        given(SERVICED).when(SPLIT + "c:10:5:5:11").thenRejected(RefusalCode.READY_EXCEEDS_AREA);
        given(SERVICED).when(SPLIT + "c:0:0:0:0").thenRejected(RefusalCode.ZERO_AMOUNT);
    }

    @Test
    void theChildrenTogetherAreNoLargerThanTheParent() {
        given(PARCEL).when(SPLIT + "c:100:0:0:0,d:101:0:0:0").thenRejected(RefusalCode.SPLIT_EXCEEDS_PARCEL);
        given(PARCEL).when(SPLIT + "c:100:0:0:0,d:100:0:0:0").thenRecorded("land.ParcelSplit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p:10:0:0:0", "q:10:0:0:0", "c:10:0:0:0,c:10:0:0:0"})
    void childrenHaveNewIds(String children) {
        given(PARCEL)
                .and("RegisterParcel zone=peer parcel=q area=1mu on=2023-01-01")
                .when(SPLIT + children)
                .thenRejected(RefusalCode.ID_TAKEN);
    }

    @Test
    void aSplitNamesAtLeastOneChild() {
        given(PARCEL).when("SplitParcel parcel=p on=2023-12-01").thenRejected(RefusalCode.MISSING_FIELD);
    }

    @Test
    void aSplitIsNotDatedBeforeTheLatestSurveyOrSplit() {
        DeciderSpec spec = given(PARCEL).and(SPLIT + "c:10:0:0:0");
        spec.when("SplitParcel parcel=p on=2023-11-30 children=d:10:0:0:0").thenRejected(RefusalCode.NOT_LATEST);
        spec.when(SPLIT + "d:10:0:0:0").thenRecorded("land.ParcelSplit");
        spec.when("ResurveyParcel parcel=p area=5mu on=2023-11-30").thenRejected(RefusalCode.NOT_LATEST);
    }

    @Test
    void aBackDatedSplitLeavesEnoughForWhatCameLater() {
        given(SUPPLIED)
                .when("SplitParcel parcel=p on=2023-03-02 children=c:60:0:60:0")
                .thenRejected(RefusalCode.NOT_ENOUGH_SERVICED);
        given(SUPPLIED)
                .when("SplitParcel parcel=p on=2023-02-15 children=c:60:60:0:0")
                .thenRejected(RefusalCode.NOT_ENOUGH_ACQUIRED);
        given(SUPPLIED)
                .when("SplitParcel parcel=p on=2023-02-15 children=c:60:50:0:0")
                .thenRecorded("land.ParcelSplit");
    }
}
