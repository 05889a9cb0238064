package org.nestledger.core.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.ZONES;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.zone.ZoneEvent.ZoneDesignated;

class ZonesFormATreeTest {

    @Test
    void aZoneListsItsAncestorsFromTheRootDown() {
        given(ZONES)
                .when("DesignateZone zone=sub2 parent=z kind=SUB_ZONE on=2022-01-01")
                .thenRecorded(ZoneDesignated.class, event -> {
                    assertThat(event.ancestors()).containsExactly("province", "city", "z");
                    assertThat(event.tags())
                            .containsExactly("books:sub2", "ancestor:province", "ancestor:city", "ancestor:z");
                    assertThat(event.timeZone()).isEqualTo("Asia/Shanghai");
                    assertThat(event.closedThrough()).isNull();
                });
    }

    @Test
    void aZoneWithoutParentIsARoot() {
        given("")
                .when("DesignateZone zone=z on=1900-01-01")
                .thenRecorded(
                        ZoneDesignated.class,
                        event -> assertThat(event.ancestors()).isEqualTo(List.of()));
    }

    @Test
    void aZoneIsDesignatedOnce() {
        given(ZONES).when("DesignateZone zone=z kind=ZONE on=2022-01-01").thenRejected(RefusalCode.ID_TAKEN);
    }

    @Test
    void itsParentExists() {
        given("").when("DesignateZone zone=z parent=city on=2022-01-01").thenRejected(RefusalCode.UNKNOWN_ZONE);
    }

    @Test
    void itsParentIsOfAHigherKind() {
        given(ZONES)
                .when("DesignateZone zone=n parent=z kind=ZONE on=2022-01-01")
                .thenRejected(RefusalCode.WRONG_KIND);
    }

    @Test
    void aZoneIsNotItsOwnParent() {
        given("").when("DesignateZone zone=z parent=z on=2022-01-01").thenRejected(RefusalCode.UNKNOWN_ZONE);
    }

    @Test
    void itsBooksDoNotBeginBeforeThoseOfItsParent() {
        given(ZONES)
                .when("DesignateZone zone=n parent=z kind=SUB_ZONE on=2019-12-31")
                .thenRejected(RefusalCode.BEFORE_BOOKS);
    }

    @Test
    void noBooksBeginBefore1900() {
        given("").when("DesignateZone zone=z on=1899-12-31").thenRejected(RefusalCode.BEFORE_BOOKS);
    }

    @Test
    void aZoneIsNotDesignatedTomorrow() {
        given("").when("DesignateZone zone=z on=2024-01-06").thenRejected(RefusalCode.DATE_IN_FUTURE);
        given("").when("DesignateZone zone=z on=2024-01-05").thenRecorded("zone.ZoneDesignated");
    }

    @Test
    void todayIsTheZonesOwn() {
        String evening = "2024-01-05T17:00:00Z";
        given("").at(evening).when("DesignateZone zone=z on=2024-01-06").thenRecorded("zone.ZoneDesignated");
        given("")
                .at(evening)
                .when("DesignateZone zone=z timeZone=Europe/Berlin on=2024-01-06")
                .thenRejected(RefusalCode.DATE_IN_FUTURE);
        given("DesignateZone zone=z timeZone=Europe/Berlin on=2020-01-01")
                .at(evening)
                .when("RegisterParcel parcel=p area=1mu on=2024-01-06")
                .thenRejected(RefusalCode.DATE_IN_FUTURE);
    }

    @Test
    void anUnknownTimeZoneIsRefused() {
        given("")
                .when("DesignateZone zone=z timeZone=Asia/Nowhere on=2020-01-01")
                .thenRejected(RefusalCode.INVALID_FIELD);
    }
}
