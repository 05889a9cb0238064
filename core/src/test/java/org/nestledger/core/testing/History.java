package org.nestledger.core.testing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Decision;
import org.nestledger.core.decision.Decision.Accepted;
import org.nestledger.core.decision.EventName;
import org.nestledger.core.decision.Fact;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.decision.Moment;
import org.nestledger.core.ledger.Decisions;
import org.nestledger.core.ledger.EventTypes;
import org.nestledger.core.ledger.LedgerJson;
import org.nestledger.core.reversal.EntryReversed;
import org.nestledger.core.reversal.ReverseEntry;

/** A log in memory. A decision gets from it exactly what the log would source for its boundary. */
public final class History {

    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, List<Fact>> byTag = new HashMap<>();

    /** Everything, in log order. */
    public Facts all() {
        return Facts.of(facts);
    }

    public List<LedgerEvent> events() {
        return facts.stream().map(Fact::event).toList();
    }

    public void append(LedgerEvent event) {
        Fact fact = Decisions.fact(facts.size() + 1L, event);
        facts.add(fact);
        EventTypes.tags(event)
                .forEach(tag ->
                        byTag.computeIfAbsent(tag, _ -> new ArrayList<>()).add(fact));
    }

    public Decision decide(LedgerCommand command, Moment moment) {
        return decide(command, moment, false);
    }

    private Decision decide(LedgerCommand command, Moment moment, boolean approved) {
        Facts facts = within(Decisions.boundary(command));
        Boundary read = Boundary.none();
        for (Boundary further = Decisions.further(command, facts); !further.equals(read); ) {
            facts = facts.merged(within(further));
            read = further;
            further = Decisions.further(command, facts);
        }
        return Decisions.decide(command, facts, moment, approved);
    }

    /** Decides, and appends what is accepted. */
    public Decision record(LedgerCommand command, Moment moment) {
        return record(command, moment, false);
    }

    /** Decides, and appends what is accepted, with somebody else's approval if it has it. */
    public Decision record(LedgerCommand command, Moment moment, boolean approved) {
        Decision decision = decide(command, moment, approved);
        if (decision instanceof Accepted accepted) {
            accepted.events().forEach(this::append);
        }
        return decision;
    }

    /** The facts under the boundary's tags of its types; whatever reverses one is always among them. */
    public Facts within(Boundary boundary) {
        NavigableMap<Long, Fact> found = new TreeMap<>();
        for (Boundary.Criterion criterion : boundary.criteria()) {
            byTag.getOrDefault(criterion.tag(), List.of()).stream()
                    .filter(fact -> isOfType(fact.event(), criterion.types()))
                    .forEach(fact -> found.put(fact.position(), fact));
        }
        boundary.entries().stream()
                .filter(position -> position >= 1 && position <= facts.size())
                .forEach(position -> found.put(position, facts.get((int) (position - 1))));
        return Facts.of(List.copyOf(found.values()));
    }

    private static boolean isOfType(LedgerEvent event, Set<String> types) {
        return event instanceof EntryReversed || types.isEmpty() || types.contains(EventName.of(event.getClass()));
    }

    /** Reverses the last standing event of this type by hand, on its own day when {@code on} is absent. */
    public void reverse(String type, @Nullable LocalDate on) {
        Fact target = last(all().standing(), type);
        LedgerEvent event = target.event();
        append(new EntryReversed(
                target.position(),
                type,
                EventName.version(event.getClass()),
                LedgerJson.mapper().valueToTree(event),
                on == null ? event.occurredOn() : on,
                on == null ? null : YearMonth.from(event.occurredOn()).toString(),
                "recorded by mistake",
                List.of()));
    }

    /** The command that reverses the last standing event of this type. */
    public ReverseEntry reversal(String type, @Nullable LocalDate on) {
        Fact target = last(all().standing(), type);
        return new ReverseEntry(target.event().zone(), target.position(), "recorded by mistake", on, List.of());
    }

    private static Fact last(Stream<Fact> standing, String type) {
        return standing.filter(fact -> EventName.of(fact.event().getClass()).equals(type))
                .reduce((_, later) -> later)
                .orElseThrow(() -> new AssertionError("no standing " + type));
    }
}
