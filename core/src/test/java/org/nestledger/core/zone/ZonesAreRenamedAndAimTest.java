package org.nestledger.core.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.ZONES;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.measure.Quantity;
import org.nestledger.core.testing.DeciderSpec;
import org.nestledger.core.zone.ZoneEvent.TargetSet;
import org.nestledger.core.zone.ZoneEvent.ZoneAmended;

class ZonesAreRenamedAndAimTest {

    private static final String TARGET = "SetTarget measure=land.acquired year=2024 target=500mu on=2024-01-02";

    @Test
    void aNewNameCarriesTheOneBefore() {
        DeciderSpec spec = given(ZONES);
        spec.when("AmendZone name=Second on=2022-01-01")
                .thenRecorded(
                        ZoneAmended.class,
                        event -> assertThat(event.previousName()).isEqualTo("Name"));
        spec.when("AmendZone name=Third on=2022-01-01")
                .thenRecorded(
                        ZoneAmended.class,
                        event -> assertThat(event.previousName()).isEqualTo("Second"));
    }

    @Test
    void theSameNameIsNoChange() {
        given(ZONES).when("AmendZone name=Name on=2022-01-01").thenRejected(RefusalCode.NOTHING_TO_CHANGE);
    }

    @Test
    void aNameIsNotReplacedBeforeTheLatestOne() {
        given(ZONES)
                .and("AmendZone name=Second on=2022-01-01")
                .when("AmendZone name=Third on=2021-12-31")
                .thenRejected(RefusalCode.NOT_LATEST);
    }

    @Test
    void nothingIsDatedBeforeItsZonesDesignation() {
        given(ZONES).when("AmendZone name=Second on=2019-12-31").thenRejected(RefusalCode.BEFORE_BOOKS);
        given(ZONES).when(TARGET.replace("2024-01-02", "2019-12-31")).thenRejected(RefusalCode.BEFORE_BOOKS);
    }

    @Test
    void aTargetCarriesTheOneBeforeOfTheSameMeasureAndYear() {
        DeciderSpec spec = given(ZONES).and(TARGET, TARGET.replace("land.acquired", "land.supplied"));
        spec.when(TARGET.replace("500", "600").replace("year=2024", "year=2025"))
                .thenRecorded(
                        TargetSet.class,
                        event -> assertThat(event.previousTarget()).isNull());
        spec.when(TARGET.replace("500", "700"))
                .thenRecorded(
                        TargetSet.class,
                        event -> assertThat(event.previousTarget()).isEqualTo(new Quantity("500", "mu")));
    }

    @Test
    void aTargetIsNotReplacedBeforeTheLatestOfItsMeasureAndYear() {
        DeciderSpec spec = given(ZONES).and(TARGET);
        spec.when(TARGET.replace("2024-01-02", "2024-01-01")).thenRejected(RefusalCode.NOT_LATEST);
        spec.when(TARGET.replace("2024-01-02", "2024-01-01").replace("land.acquired", "land.supplied"))
                .thenRecorded("zone.TargetSet");
    }

    @ParameterizedTest
    @CsvSource({"Foo!!,5mu", "Land.acquired,5mu", "land..acquired,5mu", "land.acquired,-5mu", "land.acquired,0banana"})
    void aTargetIsOfAMeasureInAUnitAndNotNegative(String measure, String target) {
        given(ZONES)
                .when(TARGET.replace("land.acquired", measure).replace("500mu", target))
                .thenRejected(RefusalCode.INVALID_FIELD);
    }

    @ParameterizedTest
    @CsvSource({"land.acquired,0mu", "land.acquired,2ha", "investment.planned,5USD", "power.delegated,0count"})
    void aTargetMayBeZeroAndOfAnyMeasure(String measure, String target) {
        given(ZONES)
                .when(TARGET.replace("land.acquired", measure).replace("500mu", target))
                .thenRecorded("zone.TargetSet");
    }

    @Test
    void aTargetIsForAPlausibleYear() {
        given(ZONES).when(TARGET.replace("year=2024", "year=1899")).thenRejected(RefusalCode.INVALID_FIELD);
        given(ZONES).when(TARGET.replace("year=2024", "year=3000")).thenRejected(RefusalCode.INVALID_FIELD);
    }
}
