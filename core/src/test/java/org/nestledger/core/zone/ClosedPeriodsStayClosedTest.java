package org.nestledger.core.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.LAND_AND_PROJECT;
import static org.nestledger.core.testing.Scenario.SUPPLY;
import static org.nestledger.core.testing.Scenario.ZONES;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.testing.DeciderSpec;
import org.nestledger.core.zone.ZoneEvent.PeriodClosed;
import org.nestledger.core.zone.ZoneEvent.ZoneDesignated;

class ClosedPeriodsStayClosedTest {

    private static final String CLOSE = "ClosePeriod zone=z through=2023-06-30 doc=9";

    @Test
    void closingClosesEveryDescendantInOneAppend() {
        var answer = given(ZONES).when("ClosePeriod zone=province through=2022-12-31 doc=9");
        answer.thenRecorded(
                "zone.PeriodClosed",
                "zone.PeriodClosed",
                "zone.PeriodClosed",
                "zone.PeriodClosed",
                "zone.PeriodClosed");
        assertThat(answer.history().all().standing(PeriodClosed.class))
                .extracting(PeriodClosed::zone)
                .containsExactly("province", "city", "z", "sub", "peer");
    }

    @Test
    void neitherParentsNorPeersAreClosed() {
        DeciderSpec closed = given(ZONES).and(CLOSE);
        closed.when("RegisterParcel zone=city parcel=p area=1mu on=2023-06-30").thenRecorded("land.ParcelRegistered");
        closed.when("RegisterParcel zone=peer parcel=q area=1mu on=2023-06-30").thenRecorded("land.ParcelRegistered");
    }

    @Test
    void nothingIsDatedOnOrBeforeTheClosingOfItsZone() {
        DeciderSpec closed = given(LAND_AND_PROJECT).and(CLOSE);
        closed.when(SUPPLY).thenRejected(RefusalCode.PERIOD_CLOSED);
        closed.when(SUPPLY.replace("2023-06-01", "2023-06-30")).thenRejected(RefusalCode.PERIOD_CLOSED);
        closed.when(SUPPLY.replace("2023-06-01", "2023-07-01")).thenRecorded("supply.LandSupplied");
    }

    @Test
    void nothingIsDatedOnOrBeforeTheClosingOfAnAncestor() {
        given(ZONES)
                .and("ClosePeriod zone=city through=2023-06-30 doc=9")
                .when("RegisterParcel zone=sub parcel=q area=1mu on=2023-06-30")
                .thenRejected(RefusalCode.PERIOD_CLOSED);
    }

    @Test
    void aZoneDesignatedLaterInheritsTheClosingOfItsParent() {
        DeciderSpec closed = given(ZONES).and("ClosePeriod zone=city through=2023-06-30 doc=9");
        closed.when("DesignateZone zone=late parent=z kind=SUB_ZONE on=2022-01-01")
                .thenRecorded(
                        ZoneDesignated.class,
                        event -> assertThat(event.closedThrough()).isEqualTo(LocalDate.of(2023, 6, 30)));
        closed.when("RegisterParcel zone=late parcel=q area=1mu on=2023-06-30").thenRejected(RefusalCode.PERIOD_CLOSED);
        closed.when("RegisterParcel zone=late parcel=q area=1mu on=2023-07-01").thenRecorded("land.ParcelRegistered");
    }

    @Test
    void aGrandchildInheritsAnInheritedClosing() {
        given(ZONES)
                .and(
                        "ClosePeriod zone=city through=2023-06-30 doc=9",
                        "DesignateZone zone=late parent=city kind=ZONE on=2022-01-01",
                        "DesignateZone zone=later parent=late kind=SUB_ZONE on=2022-01-01")
                .when("RegisterParcel zone=later parcel=q area=1mu on=2023-06-30")
                .thenRejected(RefusalCode.PERIOD_CLOSED);
    }

    @Test
    void aZoneDesignatedAfterAClosingIsClosedByTheNextOne() {
        given(ZONES)
                .and(
                        "ClosePeriod zone=city through=2022-12-31 doc=9",
                        "DesignateZone zone=late parent=z kind=SUB_ZONE on=2022-01-01",
                        "ClosePeriod zone=city through=2023-06-30 doc=10")
                .when("RegisterParcel zone=late parcel=q area=1mu on=2023-06-30")
                .thenRejected(RefusalCode.PERIOD_CLOSED);
    }

    @Test
    void anEarlierClosingOfAParentReopensNothing() {
        given(ZONES)
                .and(CLOSE, "ClosePeriod zone=city through=2022-12-31 doc=10")
                .when("RegisterParcel parcel=q area=1mu on=2023-06-30")
                .thenRejected(RefusalCode.PERIOD_CLOSED);
    }

    @Test
    void closingMovesOnlyForward() {
        DeciderSpec closed = given(ZONES).and(CLOSE);
        closed.when("ClosePeriod zone=z through=2023-06-30 doc=10").thenRejected(RefusalCode.CLOSING_NOT_FORWARD);
        closed.when("ClosePeriod zone=z through=2023-06-29 doc=10").thenRejected(RefusalCode.CLOSING_NOT_FORWARD);
        closed.when("ClosePeriod zone=sub through=2023-06-30 doc=10").thenRejected(RefusalCode.CLOSING_NOT_FORWARD);
        closed.when("ClosePeriod zone=z through=2023-07-01 doc=10")
                .thenRecorded("zone.PeriodClosed", "zone.PeriodClosed");
    }

    @Test
    void closingGoesThroughAPastDay() {
        given(ZONES).when("ClosePeriod zone=z through=2024-01-05 doc=9").thenRejected(RefusalCode.DATE_IN_FUTURE);
        given(ZONES)
                .when("ClosePeriod zone=z through=2024-01-04 doc=9")
                .thenRecorded("zone.PeriodClosed", "zone.PeriodClosed");
    }

    /** It is 18:00 of 4 January in Los Angeles, and the fifth elsewhere. */
    @Test
    void noDayIsClosedThatIsNotOverInEveryZoneWithin() {
        DeciderSpec spec = given(ZONES)
                .and("DesignateZone zone=la parent=z kind=SUB_ZONE timeZone=America/Los_Angeles on=2023-01-01");
        Rejection refusal =
                spec.when("ClosePeriod zone=city through=2024-01-04 doc=9").thenRejected(RefusalCode.DATE_IN_FUTURE);
        assertThat(refusal.figures()).containsEntry("zone", "la").containsEntry("today", "2024-01-04");
        spec.when("ClosePeriod zone=peer through=2024-01-04 doc=9").thenRecorded("zone.PeriodClosed");
        spec.when("ClosePeriod zone=city through=2024-01-03 doc=9").thenAccepted();
        spec.when("IntroduceProject zone=la project=q on=2024-01-04").thenRecorded("project.ProjectIntroduced");
    }

    /** It is the sixth in Kiritimati, and 20:00 of 5 January in Shanghai. */
    @Test
    void noDayIsClosedThatIsOverOnlyInAZoneWithin() {
        given(ZONES)
                .and("DesignateZone zone=east parent=z kind=SUB_ZONE timeZone=Pacific/Kiritimati on=2023-01-01")
                .at("2024-01-05T12:00:00Z")
                .when("ClosePeriod zone=z through=2024-01-05 doc=9")
                .thenRejected(RefusalCode.DATE_IN_FUTURE);
    }

    @Test
    void closingStatesAPaper() {
        given(ZONES).when("ClosePeriod zone=z through=2023-06-30").thenRejected(RefusalCode.DOCUMENT_REQUIRED);
    }

    @Test
    void onlyAKnownZoneIsClosed() {
        given(ZONES).when("ClosePeriod zone=x through=2023-06-30 doc=9").thenRejected(RefusalCode.UNKNOWN_ZONE);
    }

    @Test
    void theClosingTellsThroughWhenTheBooksWereClosedBefore() {
        var answer = given(ZONES).and(CLOSE).when("ClosePeriod zone=z through=2023-09-30 doc=10");
        answer.thenRecorded("zone.PeriodClosed", "zone.PeriodClosed");
        PeriodClosed last = answer.history().all().standing(PeriodClosed.class).get(2);
        assertThat(last.previousThrough()).isEqualTo(LocalDate.of(2023, 6, 30));
        assertThat(last.occurredOn()).isEqualTo(LocalDate.of(2024, 1, 5));
    }
}
