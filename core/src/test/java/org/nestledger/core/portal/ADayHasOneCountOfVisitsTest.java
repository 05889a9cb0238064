package org.nestledger.core.portal;

import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.ZONES;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.portal.PortalEvent.PortalVisitsRecorded;
import org.nestledger.core.testing.DeciderSpec;

class ADayHasOneCountOfVisitsTest {

    private static final LocalDate DAY = LocalDate.of(2023, 12, 1);
    private static final String FIRST = "RecordPortalVisits visits=100 on=2023-12-01";
    private static final String SECOND = "RecordPortalVisits visits=80 on=2023-12-01";

    @Test
    void theFirstCountReplacesNone() {
        given(ZONES)
                .when(FIRST)
                .then(new PortalVisitsRecorded("z", 100, null, DAY, List.of()))
                .thenMoved("VISITS portal:outside z -> portal:visits z: 100 visits");
    }

    @Test
    void aLaterCountCarriesWhatItReplacesAndMovesTheDifference() {
        DeciderSpec spec = given(ZONES).and(FIRST);
        spec.when(SECOND)
                .then(new PortalVisitsRecorded("z", 80, 100, DAY, List.of()))
                .thenMoved("VISITS portal:outside z -> portal:visits z: -20 visits");
        spec.when(FIRST).then(new PortalVisitsRecorded("z", 100, 80, DAY, List.of()));
    }

    @Test
    void zeroIsACountToo() {
        given(ZONES)
                .when("RecordPortalVisits visits=0 on=2023-12-01")
                .then(new PortalVisitsRecorded("z", 0, null, DAY, List.of()))
                .thenMoved();
        given(ZONES)
                .and(FIRST)
                .when("RecordPortalVisits visits=0 on=2023-12-01")
                .thenMoved("VISITS portal:outside z -> portal:visits z: -100 visits");
    }

    @Test
    void theLargestCountFitsAndIsTakenBackWhole() {
        given(ZONES)
                .and("RecordPortalVisits visits=2147483647 on=2023-12-01")
                .when("RecordPortalVisits visits=0 on=2023-12-01")
                .thenMoved("VISITS portal:outside z -> portal:visits z: -2147483647 visits");
    }

    @Test
    void theSameCountAgainChangesNothing() {
        given(ZONES).and(FIRST).when(FIRST).thenRejected(RefusalCode.NOTHING_TO_CHANGE);
        given(ZONES).when("RecordPortalVisits visits=-1 on=2023-12-01").thenRejected(RefusalCode.INVALID_FIELD);
    }

    @Test
    void everyDayAndEveryZoneHasItsOwn() {
        DeciderSpec spec = given(ZONES).and(FIRST);
        spec.when(FIRST.replace("12-01", "11-30"))
                .then(new PortalVisitsRecorded("z", 100, null, LocalDate.of(2023, 11, 30), List.of()));
        spec.when(FIRST + " zone=peer").then(new PortalVisitsRecorded("peer", 100, null, DAY, List.of()));
    }

    @Test
    void countsAreReversedFromTheLastOneOn() {
        DeciderSpec spec = given(ZONES).and(FIRST, SECOND);
        spec.when("ReverseEntry position=6").thenRejected(RefusalCode.LATER_ENTRY_STANDS);
        spec.when("ReverseEntry position=7").thenMoved("VISITS portal:outside z -> portal:visits z: 20 visits");
        spec.when("RecordPortalVisits visits=90 on=2023-12-01")
                .then(new PortalVisitsRecorded("z", 90, 100, DAY, List.of()));
    }

    @Test
    void theDayIsOverOrTodayInOpenBooks() {
        given(ZONES).when(FIRST.replace("2023-12-01", "2024-01-05")).thenRecorded("portal.PortalVisitsRecorded");
        given(ZONES).when(FIRST.replace("2023-12-01", "2024-01-06")).thenRejected(RefusalCode.DATE_IN_FUTURE);
        given(ZONES).when(FIRST.replace("2023-12-01", "2019-12-31")).thenRejected(RefusalCode.BEFORE_BOOKS);
        given(ZONES).when(FIRST + " zone=x").thenRejected(RefusalCode.UNKNOWN_ZONE);
        given(ZONES)
                .and("ClosePeriod zone=city through=2023-12-01 doc=1")
                .when(FIRST)
                .thenRejected(RefusalCode.PERIOD_CLOSED);
    }
}
