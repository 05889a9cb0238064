package org.nestledger.core.zone;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.Moment;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.zone.ZoneEvent.PeriodClosed;
import org.nestledger.core.zone.ZoneEvent.ZoneDesignated;

/**
 * The books that a zone keeps: since when, and through when they are closed.
 *
 * @param closedThrough the latest day on which nothing more may be dated
 */
public record Books(ZoneDesignated designation, @Nullable LocalDate closedThrough) {

    /** What every dated decision reads of the zone in whose books it writes. */
    public static Boundary boundary(String zone) {
        return Boundary.none().and(ZoneEvent.books(zone), ZoneDesignated.class, PeriodClosed.class);
    }

    /** The books of the zone, absent when it is not designated. */
    public static @Nullable Books of(Facts facts, String zone) {
        return facts.folded(Books.class, zone, () -> fold(facts, zone));
    }

    private static @Nullable Books fold(Facts facts, String zone) {
        ZoneDesignated designation = facts.standing(ZoneDesignated.class).stream()
                .filter(event -> event.zone().equals(zone))
                .findFirst()
                .orElse(null);
        if (designation == null) {
            return null;
        }
        LocalDate closed = Stream.concat(
                        Stream.ofNullable(designation.closedThrough()),
                        facts.standing(PeriodClosed.class).stream()
                                .filter(event -> event.zone().equals(zone))
                                .map(PeriodClosed::through))
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new Books(designation, closed);
    }

    /** The books of a zone that a rule before has found. */
    public static Books known(Facts facts, String zone) {
        return Objects.requireNonNull(of(facts, zone));
    }

    /** Whether the zone keeps books on this day, the day is over or today, and its period open. */
    public static @Nullable Rejection refusal(Facts facts, String zone, LocalDate day, Moment moment) {
        Books books = of(facts, zone);
        if (books == null) {
            return unknown(zone);
        }
        LocalDate today = moment.today(books.timeZone());
        if (day.isAfter(today)) {
            return inFuture(day, today);
        }
        if (day.isBefore(books.designation.occurredOn())) {
            return Rejection.of(
                    RefusalCode.BEFORE_BOOKS,
                    "The books of zone " + zone + " begin on " + books.designation.occurredOn() + ".",
                    "Date it on or after that day.");
        }
        if (books.closedThrough != null && !day.isAfter(books.closedThrough)) {
            return Rejection.of(
                            RefusalCode.PERIOD_CLOSED,
                            "The books of zone " + zone + " are closed through " + books.closedThrough + ".",
                            "Date it after that day.")
                    .with("closedThrough", books.closedThrough);
        }
        return null;
    }

    static Rejection unknown(String zone) {
        return Rejection.of(
                RefusalCode.UNKNOWN_ZONE, "There is no zone " + zone + ".", "Designate it first, or correct the id.");
    }

    static Rejection inFuture(LocalDate day, LocalDate today) {
        return Rejection.of(RefusalCode.DATE_IN_FUTURE, day + " is in the future.", "Record it when it has happened.")
                .with("today", today);
    }

    /** The earliest day on which anything may be dated. */
    public LocalDate firstOpenDay() {
        LocalDate begun = designation.occurredOn();
        return closedThrough == null || closedThrough.isBefore(begun) ? begun : closedThrough.plusDays(1);
    }

    public ZoneId timeZone() {
        return ZoneId.of(designation.timeZone());
    }

    public List<String> ancestors() {
        return designation.ancestors();
    }

    /** Whether the other zone is this one or above it. */
    public boolean isWithin(String other) {
        return designation.zone().equals(other) || ancestors().contains(other);
    }
}
