package org.nestledger.core.reversal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Fact;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.zone.ZoneEvent;

/**
 * What a reversal with a day of its own took back forbids until that day what it forbade while it stood. So an entry that is
 * dated earlier is judged once more, on the books as they were before that day.
 */
public final class StillForbidden {

    private StillForbidden() {}

    /**
     * Whether nothing that counts on the days of these events until it was reversed forbids them.
     *
     * @param rules refuse them on other facts; those about balances by day need not be among them
     */
    public static @Nullable Rejection refusal(
            Facts facts, List<LedgerEvent> events, Function<Facts, @Nullable Rejection> rules) {
        List<Fact> later = later(facts, events);
        return later.isEmpty()
                ? null
                : later.stream()
                        .map(fact -> fact.event().occurredOn())
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .map(day -> refusal(facts, day, later, rules))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** The reversals of what was read here, with days of their own after the earliest of these events. */
    private static List<Fact> later(Facts facts, List<LedgerEvent> events) {
        List<Fact> later = new ArrayList<>();
        // a loop, as in Facts: each decision comes here, and hardly any finds one
        for (Fact fact : facts.all()) {
            if (fact.event() instanceof EntryReversed reversal
                    && reversal.restates() != null
                    && events.stream().anyMatch(event -> event.occurredOn().isBefore(reversal.occurredOn()))
                    && facts.at(reversal.reverses()) != null) {
                later.add(fact);
            }
        }
        return later;
    }

    /** What is refused also without any of them is not refused because of them. */
    private static @Nullable Rejection refusal(
            Facts facts, LocalDate day, List<Fact> later, Function<Facts, @Nullable Rejection> rules) {
        Facts books = before(day, facts);
        if (rules.apply(books) == null) {
            return null;
        }
        // in the order in which they were taken back, so that nothing is missing on which another rests
        for (Fact fact : later) {
            EntryReversed reversal = (EntryReversed) fact.event();
            if (!reversal.occurredOn().isBefore(day)) {
                books = without(reversal.reverses(), books);
                if (rules.apply(books) == null) {
                    return OwnDays.refusal(fact);
                }
            }
        }
        return null;
    }

    /** The zones keep their books whenever that was recorded. */
    private static Facts before(LocalDate day, Facts facts) {
        return Facts.of(facts.all().stream()
                .filter(fact -> fact.event().occurredOn().isBefore(day) || fact.event() instanceof ZoneEvent)
                .toList());
    }

    private static Facts without(long position, Facts facts) {
        return Facts.of(
                facts.all().stream().filter(fact -> fact.position() != position).toList());
    }
}
