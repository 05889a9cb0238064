package org.nestledger.core.reversal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Decider;
import org.nestledger.core.decision.Decision;
import org.nestledger.core.decision.EventName;
import org.nestledger.core.decision.Fact;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.decision.Moment;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.enterprise.Enterprise;
import org.nestledger.core.enterprise.EnterpriseEvent;
import org.nestledger.core.ledger.LedgerJson;
import org.nestledger.core.zone.Books;

/**
 * Decides about reversals. The entry is read by its position, where it never changes, and tells by its tags what else
 * there is to read. What remains without it must satisfy every rule.
 */
public final class ReversalDecider implements Decider<ReverseEntry> {

    @Override
    public Boundary boundary(ReverseEntry command) {
        return Books.boundary(command.zone())
                .andEntry(command.position())
                .and(EntryReversed.tag(command.position()), EntryReversed.class);
    }

    @Override
    public Boundary further(ReverseEntry command, Facts facts) {
        Fact target = facts.at(command.position());
        if (target == null || !target.event().reversible()) {
            return Boundary.none();
        }
        return Stream.concat(
                        target.event().tags().stream()
                                .map(tag -> Boundary.none().andAll(tag)),
                        changed(target.event(), facts).map(Books::boundary))
                .reduce(Boundary.none(), Boundary::and);
    }

    /** The zones whose books or figures change with an entry, as far as it is known yet who they are. */
    private static Stream<String> changed(LedgerEvent target, Facts facts) {
        Stream<String> holder = target instanceof EnterpriseEvent event
                ? Enterprise.holder(facts, event.enterprise()).stream()
                : Stream.empty();
        return Stream.concat(target.writesIn().stream(), holder).distinct();
    }

    /** Taking an entry back changes the same books as the entry did. */
    @Override
    public List<String> writesIn(ReverseEntry command, Facts facts) {
        Fact target = facts.at(command.position());
        return target == null ? command.writesIn() : target.event().writesIn();
    }

    @Override
    public Decision decide(ReverseEntry c, Facts facts, Moment moment) {
        Fact target = facts.at(c.position());
        if (target == null) {
            return Rejection.of(
                    RefusalCode.UNKNOWN_ENTRY,
                    "The log has no position " + c.position() + ".",
                    "The history of what it is about shows the position of the entry.");
        }
        return Decision.unlessRefused(
                List.of(
                        () -> inZone(c, target.event()),
                        () -> reversible(target.event()),
                        () -> standing(c, facts),
                        () -> last(target, facts),
                        () -> needless(target, facts),
                        () -> dated(c, target.event(), facts, moment)),
                () -> accept(c, target, facts, moment));
    }

    @Override
    public @Nullable Rejection afterwards(ReverseEntry c, Facts after) {
        return Remaining.refusal(after, Objects.requireNonNull(after.at(c.position())));
    }

    /** It repeats what is stored, not what is read of it today, so that anybody can see that the two are the same. */
    private static Decision accept(ReverseEntry c, Fact reversed, Facts facts, Moment moment) {
        LedgerEvent target = reversed.event();
        Fact.Stored stored = reversed.stored();
        boolean open = isOpen(target, facts);
        return Decision.accept(new EntryReversed(
                c.position(),
                EventName.of(target.getClass()),
                stored == null ? EventName.version(target.getClass()) : stored.version(),
                stored == null ? LedgerJson.mapper().valueToTree(target) : stored.data(),
                open ? target.occurredOn() : ownDay(c, facts, moment),
                open ? null : YearMonth.from(target.occurredOn()).toString(),
                c.reason(),
                c.documents()));
    }

    private static @Nullable Rejection inZone(ReverseEntry c, LedgerEvent target) {
        return target.zone().equals(c.zone())
                ? null
                : Rejection.of(
                        RefusalCode.WRONG_ZONE,
                        "The entry at position " + c.position() + " is in the books of zone " + target.zone() + ".",
                        "Name that zone.");
    }

    private static @Nullable Rejection reversible(LedgerEvent target) {
        return target.reversible()
                ? null
                : Rejection.of(
                        RefusalCode.NOT_REVERSIBLE,
                        "An entry of type " + EventName.of(target.getClass()) + " cannot be reversed.",
                        "Record what is true now as another entry.");
    }

    private static @Nullable Rejection standing(ReverseEntry c, Facts facts) {
        return facts.all().stream()
                .filter(fact -> fact.event() instanceof EntryReversed earlier && earlier.reverses() == c.position())
                .findFirst()
                .map(fact -> Rejection.of(
                                RefusalCode.ALREADY_REVERSED,
                                "The entry at position " + c.position() + " was reversed at position " + fact.position()
                                        + ".",
                                "Record the fact again if it stands after all.")
                        .with("reversedAt", fact.position()))
                .orElse(null);
    }

    /** A value is not taken back from under a later one, nor a step from under the next. */
    private static @Nullable Rejection last(Fact target, Facts facts) {
        return facts.standing()
                .filter(fact -> fact.position() > target.position())
                .filter(fact -> !Collections.disjoint(
                        fact.event().replaces(), target.event().replaces()))
                .findFirst()
                .map(later -> first(later, RefusalCode.LATER_ENTRY_STANDS, "follows this one"))
                .orElse(null);
    }

    /** What founded something stays while anything else is known of it. */
    private static @Nullable Rejection needless(Fact target, Facts facts) {
        return facts.standing()
                .filter(fact -> fact.position() != target.position())
                .filter(fact -> !Collections.disjoint(
                        fact.event().tags(), target.event().founds()))
                .reduce((_, later) -> later)
                .map(needing -> first(needing, RefusalCode.ENTRY_IS_NEEDED, "builds on this one"))
                .orElse(null);
    }

    static Rejection first(Fact other, RefusalCode code, String how) {
        return Rejection.of(
                        code,
                        "The entry at position " + other.position() + " ("
                                + EventName.of(other.event().getClass()) + ") " + how + ".",
                        "Reverse that one first.")
                .with("position", other.position());
    }

    /** The original's date while its period is open in all books that it changes, else the reversal's own. */
    private static @Nullable Rejection dated(ReverseEntry c, LedgerEvent target, Facts facts, Moment moment) {
        if (isOpen(target, facts)) {
            return null;
        }
        LocalDate day = ownDay(c, facts, moment);
        return changed(target, facts)
                .map(zone -> Books.refusal(facts, zone, day, moment))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static boolean isOpen(LedgerEvent target, Facts facts) {
        return changed(target, facts).allMatch(zone -> {
            LocalDate closed = Books.known(facts, zone).closedThrough();
            return closed == null || target.occurredOn().isAfter(closed);
        });
    }

    private static LocalDate ownDay(ReverseEntry c, Facts facts, Moment moment) {
        return c.occurredOn() == null
                ? moment.today(Books.known(facts, c.zone()).timeZone())
                : c.occurredOn();
    }
}
