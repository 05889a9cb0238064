package org.nestledger.query.report.explain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.journal.Flow;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.journal.rules.JournalRules;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.reversal.EntryReversed;
import org.nestledger.core.zone.ZoneEvent.ZoneDesignated;

/**
 * Some events of a log, as far as two dates admit them: all of it, what the database gives for one figure, or what somebody
 * shows. Movements follow from the events themselves.
 */
public final class Evidence {

    /** Which of two entries holds: the later day, and on one day the later record. */
    static final Comparator<Standing<?>> LATER = Comparator.comparing(
                    (Standing<?> standing) -> standing.event().occurredOn())
            .thenComparingLong(standing -> standing.recorded().position());

    private final Map<String, Standing<ZoneDesignated>> zones = new HashMap<>();
    private final Map<Flow, List<Posted>> movements = new EnumMap<>(Flow.class);
    private final List<Standing<LedgerEvent>> admitted = new ArrayList<>();
    private final Map<Long, Standing<EntryReversed>> reversals = new HashMap<>();
    private final Collection<RecordedEvent> records;
    private final LocalDate asOf;
    private final long knownAt;

    /** A movement with the event that made it. */
    record Posted(RecordedEvent recorded, Movement movement) {}

    /** An event, mostly one that nothing has taken back. */
    record Standing<E extends LedgerEvent>(RecordedEvent recorded, E event) {}

    private Evidence(Collection<RecordedEvent> records, LocalDate asOf, long knownAt) {
        this.records = records;
        this.asOf = asOf;
        this.knownAt = knownAt;
        for (RecordedEvent recorded : sorted(records)) {
            if (recorded.payload() instanceof LedgerEvent event && recorded.position() <= knownAt) {
                if (event instanceof ZoneDesignated zone) {
                    zones.put(zone.zone(), new Standing<>(recorded, zone));
                }
                if (!event.occurredOn().isAfter(asOf)) {
                    admitted.add(new Standing<>(recorded, event));
                }
            }
        }
        for (Standing<LedgerEvent> each : admitted) {
            if (each.event() instanceof EntryReversed reversal) {
                reversals.put(reversal.reverses(), new Standing<>(each.recorded(), reversal));
            }
            JournalRules.movements(each.event())
                    .forEach(movement -> movements
                            .computeIfAbsent(movement.flow(), _ -> new ArrayList<>())
                            .add(new Posted(each.recorded(), movement)));
        }
    }

    /**
     * Evidence of these events.
     *
     * @param records in any order, each once
     * @param asOf nothing dated later counts
     * @param knownAt nothing recorded later counts
     */
    public static Evidence of(Collection<RecordedEvent> records, LocalDate asOf, long knownAt) {
        return new Evidence(records, asOf, knownAt);
    }

    private static List<RecordedEvent> sorted(Collection<RecordedEvent> records) {
        return records.stream()
                .sorted(Comparator.comparingLong(RecordedEvent::position))
                .toList();
    }

    /** The same as of another day. */
    Evidence asOf(LocalDate day) {
        return new Evidence(records, day, knownAt);
    }

    /** The same as it was known just before a moment: records carry the time when the log took them, in log order. */
    Evidence recordedBefore(Instant moment) {
        return new Evidence(
                records.stream()
                        .filter(recorded -> recorded.recordedAt().isBefore(moment))
                        .toList(),
                asOf,
                knownAt);
    }

    /** All movements, in log order. */
    Stream<Posted> movements() {
        return movements(Flow.values());
    }

    /** The movements of some flows, in log order. */
    Stream<Posted> movements(Flow... flows) {
        return Stream.of(flows)
                .flatMap(flow -> movements.getOrDefault(flow, List.of()).stream())
                .sorted(Comparator.comparingLong(posted -> posted.recorded().position()));
    }

    /** The events of some type that stand, in log order. */
    <E extends LedgerEvent> Stream<Standing<E>> standing(Class<E> type) {
        return entries()
                .filter(each -> !reversals.containsKey(each.recorded().position()))
                .filter(each -> type.isInstance(each.event()))
                .map(each -> new Standing<>(each.recorded(), type.cast(each.event())));
    }

    /** All events, also those that were taken back, in log order. */
    Stream<Standing<LedgerEvent>> entries() {
        return admitted.stream();
    }

    /** What takes an entry back. */
    Optional<Standing<EntryReversed>> reversalOf(Standing<?> entry) {
        return Optional.ofNullable(reversals.get(entry.recorded().position()));
    }

    Optional<Standing<ZoneDesignated>> zone(String id) {
        return Optional.ofNullable(zones.get(id));
    }

    Stream<ZoneDesignated> zones() {
        return zones.values().stream().map(Standing::event);
    }

    /** Whether a zone is another one or below it. */
    boolean within(String zone, String ancestor) {
        return zone.equals(ancestor)
                || zone(zone)
                        .map(known -> known.event().ancestors().contains(ancestor))
                        .orElse(false);
    }

    /** The designations of these zones, each once. */
    List<Entry> designations(Stream<String> ids) {
        return ids.distinct()
                .sorted()
                .flatMap(id -> zone(id).stream())
                .map(zone -> Entry.of(zone, null, null))
                .toList();
    }
}
