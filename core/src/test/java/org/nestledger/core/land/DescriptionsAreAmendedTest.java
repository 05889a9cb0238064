package org.nestledger.core.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.PARCEL;
import static org.nestledger.core.testing.Scenario.ZONES;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.land.LandCommand.RegisterParcel;
import org.nestledger.core.land.LandEvent.ParcelAmended;
import org.nestledger.core.ledger.LedgerJson;
import org.nestledger.core.measure.Area;
import org.nestledger.core.testing.DeciderSpec;

class DescriptionsAreAmendedTest {

    @Test
    void whatIsAbsentStays() {
        DeciderSpec spec = given(PARCEL).and("AmendParcel parcel=p name=North use=industrial on=2023-02-01");
        spec.when("AmendParcel parcel=p name=South location=by~the~river on=2023-02-01")
                .thenRecorded(ParcelAmended.class, event -> {
                    assertThat(event.details())
                            .isEqualTo(new ParcelDetails("South", "industrial", "by the river", null));
                    assertThat(event.previousDetails()).isEqualTo(new ParcelDetails("North", "industrial", null, null));
                });
    }

    @Test
    void theSameDescriptionIsNoChange() {
        DeciderSpec spec = given(PARCEL).and("AmendParcel parcel=p name=North on=2023-02-01");
        spec.when("AmendParcel parcel=p name=North on=2023-02-02").thenRejected(RefusalCode.NOTHING_TO_CHANGE);
        spec.when("AmendParcel parcel=p on=2023-02-02").thenRejected(RefusalCode.NOTHING_TO_CHANGE);
    }

    @Test
    void itIsNotReplacedBeforeTheLatestOneOrTheRegistration() {
        DeciderSpec spec = given(PARCEL);
        spec.when("AmendParcel parcel=p name=North on=2022-12-31").thenRejected(RefusalCode.NOT_LATEST);
        spec.and("AmendParcel parcel=p name=North on=2023-02-01")
                .when("AmendParcel parcel=p name=South on=2023-01-31")
                .thenRejected(RefusalCode.NOT_LATEST);
    }

    @Test
    void aParcelIsRegisteredOnce() {
        given(PARCEL)
                .when("RegisterParcel zone=peer parcel=p area=1mu on=2023-06-01")
                .thenRejected(RefusalCode.ID_TAKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"Polygon\",\"coordinates\":[[[112,23],[113,23],[113,24],[112,23]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[-180,-90],[180,-90],[180,90.0],[-180,-90]]]}",
                "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[112,23],[113,23],[113,24],[112,23]]]]}"
            })
    void aBoundaryOfClosedRingsIsTaken(String boundary) {
        given(ZONES).when(withBoundary(boundary)).thenRecorded("land.ParcelRegistered");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"POLYGON\"",
                "{\"type\":\"Point\",\"coordinates\":[112,23]}",
                "{\"type\":\"Polygon\",\"coordinates\":[]}",
                "{\"type\":\"Polygon\",\"coordinates\":{}}",
                "{\"type\":\"MultiPolygon\",\"coordinates\":{\"a\":[[[112,23],[113,23],[113,24],[112,23]]]}}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[112,23],[113,23],[112,23]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[112,23],[113,23],[113,24],[112,24]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[112,23],[113,23],[113,91],[112,23]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[112,23],[181,23],[113,24],[112,23]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[112,23],[1e999999999,23],[113,24],[112,23]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[112,23,5],[113,23,5],[113,24,5],[112,23,5]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[\"112\",23],[113,23],[113,24],[\"112\",23]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[112,23],[113,23],[113,24],[112,23]]],\"crs\":\"x\"}"
            })
    void anythingElseIsNoBoundary(String boundary) {
        given(ZONES).when(withBoundary(boundary)).thenRejected(RefusalCode.INVALID_FIELD);
    }

    private static RegisterParcel withBoundary(String boundary) {
        return new RegisterParcel(
                "z",
                "p",
                Area.mu("1"),
                null,
                null,
                null,
                LedgerJson.mapper().readTree(boundary),
                LocalDate.of(2023, 1, 1),
                List.of());
    }
}
