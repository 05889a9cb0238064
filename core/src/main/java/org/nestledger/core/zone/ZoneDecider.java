package org.nestledger.core.zone;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Decider;
import org.nestledger.core.decision.Decision;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.decision.MeasureRule;
import org.nestledger.core.decision.Moment;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.decision.Rules;
import org.nestledger.core.measure.Quantity;
import org.nestledger.core.zone.ZoneCommand.AmendZone;
import org.nestledger.core.zone.ZoneCommand.ClosePeriod;
import org.nestledger.core.zone.ZoneCommand.DesignateZone;
import org.nestledger.core.zone.ZoneCommand.RequireApproval;
import org.nestledger.core.zone.ZoneCommand.SetTarget;
import org.nestledger.core.zone.ZoneEvent.PeriodClosed;
import org.nestledger.core.zone.ZoneEvent.TargetSet;
import org.nestledger.core.zone.ZoneEvent.ZoneAmended;
import org.nestledger.core.zone.ZoneEvent.ZoneDesignated;

/** Decides about zones. */
public final class ZoneDecider implements Decider<ZoneCommand> {

    static final String DEFAULT_TIME_ZONE = "Asia/Shanghai";
    private static final LocalDate EARLIEST = LocalDate.of(Rules.FIRST_YEAR, 1, 1);

    @Override
    public Boundary boundary(ZoneCommand command) {
        Boundary books = Books.boundary(command.zone());
        return switch (command) {
            case DesignateZone c -> c.parent() == null ? books : books.and(Books.boundary(c.parent()));
            case AmendZone c -> books.and(ZoneEvent.details(c.zone()), ZoneAmended.class);
            case SetTarget c -> books.and(ZoneEvent.details(c.zone()), TargetSet.class);
            case RequireApproval _ -> books;
            case ClosePeriod c -> books.and(ZoneEvent.ancestor(c.zone()), ZoneDesignated.class);
        };
    }

    @Override
    public Decision decide(ZoneCommand command, Facts facts, Moment moment) {
        return switch (command) {
            case DesignateZone c -> designate(c, facts, moment);
            case AmendZone c -> amend(c, facts, moment);
            case SetTarget c -> target(c, facts, moment);
            case ClosePeriod c -> close(c, facts, moment);
            case RequireApproval c -> Approvals.decide(c, facts, moment);
        };
    }

    private static Decision designate(DesignateZone c, Facts facts, Moment moment) {
        String timeZone = c.timeZone() == null ? DEFAULT_TIME_ZONE : c.timeZone();
        return Decision.unlessRefused(
                List.of(
                        () -> Rules.free(Books.of(facts, c.zone()) == null, "a zone " + c.zone()),
                        () -> knownTimeZone(timeZone),
                        () -> plausibleDay(c.occurredOn(), moment.today(ZoneId.of(timeZone))),
                        () -> parentAllows(c, facts)),
                () -> {
                    Books parent = c.parent() == null ? null : Books.known(facts, c.parent());
                    List<String> ancestors = parent == null
                            ? List.of()
                            : Stream.concat(
                                            parent.ancestors().stream(),
                                            Stream.of(parent.designation().zone()))
                                    .toList();
                    return Decision.accept(new ZoneDesignated(
                            c.zone(),
                            c.kind(),
                            c.name(),
                            c.parent(),
                            ancestors,
                            timeZone,
                            parent == null ? null : parent.closedThrough(),
                            c.occurredOn(),
                            c.documents()));
                });
    }

    private static @Nullable Rejection knownTimeZone(String timeZone) {
        try {
            ZoneId.of(timeZone);
            return null;
        } catch (DateTimeException unknown) {
            return Rejection.of(
                    RefusalCode.INVALID_FIELD,
                    "\"timeZone\" names no time zone: " + timeZone + ".",
                    "Write it like Asia/Shanghai.");
        }
    }

    private static @Nullable Rejection plausibleDay(LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            return Books.inFuture(day, today);
        }
        return day.isBefore(EARLIEST)
                ? Rejection.of(RefusalCode.BEFORE_BOOKS, "No books begin before " + EARLIEST + ".", "Correct the date.")
                : null;
    }

    private static @Nullable Rejection parentAllows(DesignateZone c, Facts facts) {
        if (c.parent() == null) {
            return null;
        }
        Books parent = Books.of(facts, c.parent());
        if (parent == null) {
            return Books.unknown(c.parent());
        }
        if (c.kind().compareTo(parent.designation().kind()) <= 0) {
            return Rejection.of(
                    RefusalCode.WRONG_KIND,
                    "A " + c.kind() + " cannot lie within a "
                            + parent.designation().kind() + ".",
                    "Name a parent of a higher kind.");
        }
        return c.occurredOn().isBefore(parent.designation().occurredOn())
                ? Rejection.of(
                        RefusalCode.BEFORE_BOOKS,
                        "The books of its parent begin on "
                                + parent.designation().occurredOn() + ".",
                        "Date it on or after that day.")
                : null;
    }

    private static Decision amend(AmendZone c, Facts facts, Moment moment) {
        List<ZoneAmended> before = facts.standing(ZoneAmended.class);
        ZoneAmended last = before.isEmpty() ? null : before.getLast();
        return Decision.unlessRefused(
                List.of(
                        () -> Books.refusal(facts, c.zone(), c.occurredOn(), moment),
                        () -> Rules.latest(last == null ? null : last.occurredOn(), c.occurredOn())),
                () -> {
                    String previous = last == null
                            ? Books.known(facts, c.zone()).designation().name()
                            : last.name();
                    return previous.equals(c.name())
                            ? Rejection.of(
                                    RefusalCode.NOTHING_TO_CHANGE,
                                    "Zone " + c.zone() + " already has that name.",
                                    "State what changes.")
                            : Decision.accept(
                                    new ZoneAmended(c.zone(), c.name(), previous, c.occurredOn(), c.documents()));
                });
    }

    private static Decision target(SetTarget c, Facts facts, Moment moment) {
        TargetSet last = facts.standing(TargetSet.class).stream()
                .filter(event -> event.measure().equals(c.measure()) && event.year() == c.year())
                .reduce((_, later) -> later)
                .orElse(null);
        Quantity previous = last == null ? null : last.target();
        return Decision.unlessRefused(
                List.of(
                        () -> Books.refusal(facts, c.zone(), c.occurredOn(), moment),
                        () -> Rules.plausibleYear(c.year()),
                        () -> MeasureRule.nameRefusal(c.measure()),
                        () -> MeasureRule.unitRefusal(c.target().unit()),
                        () -> MeasureRule.signRefusal("target", c.target(), "State zero or more."),
                        () -> Rules.latest(last == null ? null : last.occurredOn(), c.occurredOn())),
                () -> Decision.accept(new TargetSet(
                        c.zone(), c.measure(), c.year(), c.target(), previous, c.occurredOn(), c.documents())));
    }

    private static Decision close(ClosePeriod c, Facts facts, Moment moment) {
        Books books = Books.of(facts, c.zone());
        if (books == null) {
            return Books.unknown(c.zone());
        }
        LocalDate today = moment.today(books.timeZone());
        List<String> within = facts.standing(ZoneDesignated.class).stream()
                .filter(event -> event.ancestors().contains(c.zone()))
                .map(ZoneDesignated::zone)
                .toList();
        return Decision.unlessRefused(
                List.of(
                        () -> Rules.numberedDocument(c.documents()),
                        () -> c.through().isBefore(today) ? null : Books.inFuture(c.through(), today),
                        () -> over(c.through(), within, facts, moment),
                        () -> forward(books, c.through())),
                () -> new Decision.Accepted(Stream.concat(Stream.of(c.zone()), within.stream())
                        .<LedgerEvent>map(zone -> new PeriodClosed(
                                zone,
                                c.through(),
                                zone.equals(c.zone()) ? books.closedThrough() : null,
                                today,
                                c.documents()))
                        .toList()));
    }

    /** The day may be over in one time zone and not in another. */
    private static @Nullable Rejection over(LocalDate day, List<String> zones, Facts facts, Moment moment) {
        for (String zone : zones) {
            ZoneId timeZone = Books.known(facts, zone).timeZone();
            LocalDate today = moment.today(timeZone);
            if (!day.isBefore(today)) {
                return Rejection.of(
                                RefusalCode.DATE_IN_FUTURE,
                                day + " is not over in zone " + zone + " (" + timeZone
                                        + "), which would be closed too.",
                                "Close through an earlier day, or when it is over there.")
                        .with("zone", zone)
                        .with("today", today);
            }
        }
        return null;
    }

    private static @Nullable Rejection forward(Books books, LocalDate through) {
        return books.closedThrough() == null || through.isAfter(books.closedThrough())
                ? null
                : Rejection.of(
                        RefusalCode.CLOSING_NOT_FORWARD,
                        "The books are already closed through " + books.closedThrough() + ".",
                        "Close through a later day.");
    }
}
