package org.nestledger.core.reversal;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Fact;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.ledger.EventTypes;

/**
 * What a reversal with a day of its own took back does not stand any more, but counts on the days before. Whatever comes in its
 * place before that day would count besides it, and it would rest on nothing if what it builds on or follows were taken back
 * before that day.
 */
public final class OwnDays {

    private OwnDays() {}

    /** Whether nothing that counts on the days of these events until it was reversed is what they take the place of. */
    public static @Nullable Rejection refusal(Facts facts, List<LedgerEvent> events) {
        return facts.all().stream()
                .filter(fact -> fact.event() instanceof EntryReversed reversal && makesRoomTooLate(reversal, events))
                .max(Comparator.comparing(fact -> fact.event().occurredOn()))
                .map(OwnDays::refusal)
                .orElse(null);
    }

    /** The day from which what has this tag can be founded anew, absent when it can on any. */
    public static @Nullable LocalDate freeFrom(Facts facts, String tag) {
        return facts.all().stream()
                .map(Fact::event)
                .filter(event -> event instanceof EntryReversed reversal
                        && reversal.restates() != null
                        && EventTypes.target(reversal).tags().contains(tag))
                .map(LedgerEvent::occurredOn)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static boolean makesRoomTooLate(EntryReversed reversal, List<LedgerEvent> events) {
        if (reversal.restates() == null) {
            return false;
        }
        List<LedgerEvent> earlier = events.stream()
                .filter(event -> event.occurredOn().isBefore(reversal.occurredOn()))
                .toList();
        if (earlier.isEmpty()) {
            return false;
        }
        LedgerEvent target = EventTypes.target(reversal);
        return earlier.stream()
                .anyMatch(event -> event instanceof EntryReversed other
                        ? restsOn(reversal, target, other)
                        : takesThePlaceOf(event, target));
    }

    /** The next step or value after it, or a part of what it founded. */
    private static boolean restsOn(EntryReversed reversal, LedgerEvent target, EntryReversed other) {
        LedgerEvent under = EventTypes.target(other);
        return (reversal.reverses() > other.reverses() && !Collections.disjoint(target.replaces(), under.replaces()))
                || !Collections.disjoint(target.tags(), under.founds());
    }

    /** The next step or value instead of it, something founded anew of which it was a part, or a part of what it founded. */
    private static boolean takesThePlaceOf(LedgerEvent event, LedgerEvent target) {
        return !Collections.disjoint(event.replaces(), target.replaces())
                || !Collections.disjoint(event.founds(), target.tags())
                || (event.founds().isEmpty() && !Collections.disjoint(event.tags(), target.founds()));
    }

    static Rejection refusal(Fact reversal) {
        EntryReversed event = (EntryReversed) reversal.event();
        return Rejection.of(
                        RefusalCode.NOT_LATEST,
                        "The entry at position " + event.reverses() + " (" + event.type() + ") counts until "
                                + event.occurredOn() + ", when it is taken back by the one at position "
                                + reversal.position() + ".",
                        "Date it on or after " + event.occurredOn() + ".")
                .with("from", event.occurredOn());
    }
}
