package org.nestledger.core.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.BalanceGuard;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Decision;
import org.nestledger.core.decision.Decision.Accepted;
import org.nestledger.core.decision.Fact;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.decision.Moment;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.journal.rules.JournalRules;
import org.nestledger.core.log.LogOptions;
import org.nestledger.core.reversal.EntryReversed;
import org.nestledger.core.reversal.OwnDays;
import org.nestledger.core.reversal.StillForbidden;
import org.nestledger.core.zone.Approvals;

/** The whole of a decision: the feature's own rules, the guarded balances, the rules over what would then stand. Pure. */
public final class Decisions {

    /**
     * Of the data and tags of an event together, in bytes, so that its reversal, which repeats both and gives a reason,
     * is within the larger limit, and that with the metadata within what a record of the log can hold.
     */
    private static final int MAX_BYTES = 40_000;

    private static final int MAX_BYTES_OF_REVERSAL = 60_000;

    /** Leaves each record of an append room for its metadata. */
    private static final int MAX_BYTES_TOGETHER = LogOptions.BYTES_PER_APPEND / 2;

    private Decisions() {}

    /** What a decision about this command reads first. */
    public static Boundary boundary(LedgerCommand command) {
        return Deciders.of(command).boundary().and(Approvals.boundary(command, command.writesIn()));
    }

    /** What it reads besides, once that is known; again until it is the same. */
    public static Boundary further(LedgerCommand command, Facts facts) {
        Deciders.Case<?> given = Deciders.of(command);
        List<String> more = given.writesIn(facts).stream()
                .filter(zone -> !command.writesIn().contains(zone))
                .toList();
        return given.further(facts).and(Approvals.boundary(command, more));
    }

    /** Decides on what one person asks for. */
    public static Decision decide(LedgerCommand command, Facts facts, Moment moment) {
        return decide(command, facts, moment, false);
    }

    /**
     * Decides.
     *
     * @param approved whether somebody else than the sender has agreed; without, a command that needs it is refused only
     *     when it would be accepted otherwise
     */
    public static Decision decide(LedgerCommand command, Facts facts, Moment moment, boolean approved) {
        Deciders.Case<?> given = Deciders.of(command);
        Decision decision = decide(given, facts, moment);
        Rejection unapproved = decision instanceof Accepted && !approved
                ? Approvals.refusal(command, given.writesIn(facts), facts)
                : null;
        return unapproved == null ? decision : unapproved;
    }

    /** An event at its position, with its movements. */
    public static Fact fact(long position, LedgerEvent event) {
        return new Fact(position, event, JournalRules.movements(event), null);
    }

    private static <C extends LedgerCommand> Decision decide(Deciders.Case<C> given, Facts facts, Moment moment) {
        try {
            return switch (given.decider().decide(given.command(), facts, moment)) {
                case Rejection refused -> refused;
                case Accepted accepted -> {
                    List<LedgerEvent> events = accepted.events();
                    yield Decision.unlessRefused(
                            List.of(
                                    () -> sizeRefusal(events),
                                    () -> OwnDays.refusal(facts, events),
                                    () -> refusalOf(given, facts, events),
                                    () -> StillForbidden.refusal(
                                            facts, events, books -> rulesRefusal(given, books, moment))),
                            () -> accepted);
                }
            };
        } catch (ArithmeticException overflow) {
            return Rejection.of(
                    RefusalCode.TOO_LARGE,
                    "The amounts together are larger than the ledger can hold.",
                    "State smaller amounts.");
        }
    }

    private static @Nullable Rejection sizeRefusal(List<LedgerEvent> events) {
        if (events.size() > LogOptions.EVENTS_PER_APPEND) {
            return tooLarge("The command would record " + events.size() + " events, more than "
                    + LogOptions.EVENTS_PER_APPEND + ".");
        }
        long together = 0;
        for (LedgerEvent event : events) {
            int bytes = bytes(event) + bytes(EventTypes.tags(event));
            together += bytes;
            int limit = event instanceof EntryReversed ? MAX_BYTES_OF_REVERSAL : MAX_BYTES;
            if (bytes > limit) {
                return tooLarge("The event would have more than " + limit + " bytes.");
            }
        }
        return together > MAX_BYTES_TOGETHER
                ? tooLarge("The events would have more than " + MAX_BYTES_TOGETHER + " bytes together.")
                : null;
    }

    /** Whether what would stand with these events is legal. */
    private static <C extends LedgerCommand> @Nullable Rejection refusalOf(
            Deciders.Case<C> given, Facts facts, List<LedgerEvent> events) {
        List<Fact> proposed = proposed(events);
        List<Movement> movements =
                proposed.stream().flatMap(fact -> fact.movements().stream()).toList();
        Facts after = facts.plus(proposed);
        Rejection overdrawn = BalanceGuard.refusal(after, movements);
        return overdrawn != null ? overdrawn : given.decider().afterwards(given.command(), after);
    }

    /** The feature's own rules on other facts; the guarded balances are right on every day already. */
    private static <C extends LedgerCommand> @Nullable Rejection rulesRefusal(
            Deciders.Case<C> given, Facts facts, Moment moment) {
        return switch (given.decider().decide(given.command(), facts, moment)) {
            case Rejection refused -> refused;
            case Accepted accepted ->
                given.decider().afterwards(given.command(), facts.plus(proposed(accepted.events())));
        };
    }

    private static List<Fact> proposed(List<LedgerEvent> events) {
        return events.stream().map(event -> fact(Facts.NOT_YET, event)).toList();
    }

    private static Rejection tooLarge(String what) {
        return Rejection.of(RefusalCode.TOO_LARGE, what, "Shorten the texts or the boundary, or split the command.");
    }

    private static int bytes(Object value) {
        return LedgerJson.mapper().writeValueAsBytes(value).length;
    }
}
