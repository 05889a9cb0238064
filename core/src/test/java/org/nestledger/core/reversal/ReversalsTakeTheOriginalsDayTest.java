package org.nestledger.core.reversal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.ACQUIRED;
import static org.nestledger.core.testing.Scenario.LAND_AND_PROJECT;
import static org.nestledger.core.testing.Scenario.READY;
import static org.nestledger.core.testing.Scenario.ZONES;

import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.EventName;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.ledger.LedgerJson;

/** A reversal takes the day of what it reverses, unless that day is closed in any of the books that it writes in. */
class ReversalsTakeTheOriginalsDayTest {

    private static final String ALLOCATED = READY + "AllocateQuota toZone=sub year=2023 area=5mu on=2023-04-01 doc=1\n";

    @Test
    void inAnOpenPeriodItTakesTheOriginalsDayWhateverDayIsStated() {
        given(ACQUIRED)
                .whenReversed("land.LandAcquired")
                .thenRecorded(EntryReversed.class, event -> is(event, "2023-02-01", null))
                .thenMoved("ACQUIRE land:outside p -> land:acquired p: -150 mu");
        given(ACQUIRED)
                .whenReversed("land.LandAcquired", "2023-12-01")
                .thenRecorded(EntryReversed.class, event -> is(event, "2023-02-01", null));
    }

    @Test
    void itCarriesTheOriginalVerbatim() {
        var answer = given(ACQUIRED).whenReversed("land.LandAcquired");
        LedgerEvent original = answer.history().events().get(6);
        answer.thenRecorded(EntryReversed.class, event -> {
            assertThat(event.reverses()).isEqualTo(7);
            assertThat(event.type()).isEqualTo(EventName.of(original.getClass()));
            assertThat(event.v()).isEqualTo(1);
            assertThat(event.data()).isEqualTo(LedgerJson.mapper().valueToTree(original));
            assertThat(event.reason()).isEqualTo("recorded by mistake");
            assertThat(event.zone()).isEqualTo("z");
        });
    }

    @Nested
    class InAClosedPeriod {

        private static final String CLOSED = "ClosePeriod through=2023-06-30 doc=1";

        @Test
        void itTakesItsOwnDayAndNamesTheMonthThatItRestates() {
            given(ACQUIRED, CLOSED)
                    .whenReversed("land.LandAcquired", "2023-08-15")
                    .thenRecorded(EntryReversed.class, event -> is(event, "2023-08-15", "2023-02"))
                    .thenMoved("ACQUIRE land:outside p -> land:acquired p: -150 mu");
        }

        @Test
        void itIsOfTodayInTheZoneWhenNoDayIsStated() {
            given(ACQUIRED, CLOSED)
                    .at("2024-02-01T15:59:59Z")
                    .whenReversed("land.LandAcquired")
                    .thenRecorded(EntryReversed.class, event -> is(event, "2024-02-01", "2023-02"));
            given(ACQUIRED, CLOSED)
                    .at("2024-02-01T16:00:00Z")
                    .whenReversed("land.LandAcquired")
                    .thenRecorded(EntryReversed.class, event -> is(event, "2024-02-02", "2023-02"));
        }

        @Test
        void itsOwnDayIsOverAndOpen() {
            given(ACQUIRED, CLOSED)
                    .whenReversed("land.LandAcquired", "2023-06-30")
                    .thenRejected(RefusalCode.PERIOD_CLOSED);
            given(ACQUIRED, CLOSED)
                    .whenReversed("land.LandAcquired", "2024-01-06")
                    .thenRejected(RefusalCode.DATE_IN_FUTURE);
            given(ACQUIRED, CLOSED)
                    .whenReversed("land.LandAcquired", "2023-07-01")
                    .thenRecorded(EntryReversed.class, event -> is(event, "2023-07-01", "2023-02"));
        }

        @Test
        void theDayAfterItIsOpen() {
            given(ACQUIRED, "ClosePeriod through=2023-01-31 doc=1")
                    .whenReversed("land.LandAcquired", "2023-08-01")
                    .thenRecorded(EntryReversed.class, event -> is(event, "2023-02-01", null));
            given(ACQUIRED, "ClosePeriod through=2023-02-01 doc=1")
                    .whenReversed("land.LandAcquired", "2023-08-01")
                    .thenRecorded(EntryReversed.class, event -> is(event, "2023-08-01", "2023-02"));
        }

        @Test
        void balancesAreLookedAtFromTheReversalsDayOn() {
            String usedAndGrantedAgain = READY + "GrantQuota year=2023 area=150mu on=2023-07-01 doc=3\n" + CLOSED;
            given(usedAndGrantedAgain)
                    .when("ReverseEntry position=9 occurredOn=2023-07-01")
                    .thenRecorded(EntryReversed.class, event -> is(event, "2023-07-01", "2023-01"));
            given(READY, CLOSED)
                    .whenReversed("quota.QuotaGranted", "2023-07-01")
                    .thenRejected(RefusalCode.NOT_ENOUGH_QUOTA);
        }

        @Test
        void inAClosedPeriodTheLandMayBeTakenBackFromUnderAStart() {
            String started = LAND_AND_PROJECT + """
                    SupplyLand parcel=p project=a supply=s area=60mu on=2023-06-01
                    ReportStart project=a on=2023-06-15
                    """;
            given(started, CLOSED)
                    .whenReversed("supply.LandSupplied", "2023-08-01")
                    .thenRecorded(EntryReversed.class, event -> is(event, "2023-08-01", "2023-06"));
        }
    }

    @Nested
    class OfAnAllocation {

        @Test
        void closedBooksOfTheZoneThatReceivedItAreEnoughToRestate() {
            given(ALLOCATED, "ClosePeriod zone=sub through=2023-06-30 doc=1")
                    .whenReversed("quota.QuotaAllocated", "2023-07-01")
                    .thenRecorded(EntryReversed.class, event -> is(event, "2023-07-01", "2023-04"));
        }

        @Test
        void itsOwnDayIsOpenInBothBooks() {
            given(ALLOCATED, "ClosePeriod through=2023-05-31 doc=1", "ClosePeriod zone=sub through=2023-06-30 doc=1")
                    .whenReversed("quota.QuotaAllocated", "2023-06-15")
                    .thenRejected(RefusalCode.PERIOD_CLOSED);
        }

        @Test
        void openBooksOfBothKeepItsDay() {
            given(ALLOCATED, "ClosePeriod zone=peer through=2023-06-30 doc=1")
                    .whenReversed("quota.QuotaAllocated")
                    .thenRecorded(EntryReversed.class, event -> is(event, "2023-04-01", null))
                    .thenMoved("QUOTA_ALLOCATE quota:available z/2023 -> quota:available sub/2023: -5 mu");
        }
    }

    @Test
    void aConversionWritesInTheBooksOfItsQuotaToo() {
        String converted = ZONES + """
                RegisterParcel parcel=p zone=sub area=9mu on=2023-01-01
                GrantQuota year=2023 area=9mu on=2023-01-10 doc=1
                ConvertLand parcel=p zone=sub area=9mu quotaZone=z quotaYear=2023 on=2023-03-01 doc=2
                ClosePeriod through=2023-06-30 doc=1
                """;
        given(converted)
                .whenReversed("land.LandConverted", "2023-07-01")
                .thenRecorded(EntryReversed.class, event -> is(event, "2023-07-01", "2023-03"));
    }

    private static void is(EntryReversed event, String day, String restates) {
        assertThat(event.occurredOn()).isEqualTo(LocalDate.parse(day));
        assertThat(event.restates()).isEqualTo(restates);
    }
}
