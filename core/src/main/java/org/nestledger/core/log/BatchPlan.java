package org.nestledger.core.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.nestledger.core.log.merkle.FullTile;

/** What a batch will write on top of a state of the log, and what becomes of each of its items if it does. */
final class BatchPlan {

    /**
     * An item with its place in the log.
     *
     * @param open the conditions that memory does not reach back far enough to answer
     */
    record Placed(AppendItem item, long firstPosition, List<Precondition> open) {

        long lastPosition() {
            return firstPosition + item.events.size() - 1;
        }
    }

    /** An event, and what it is at its place in the log. */
    record Stamped(PreparedEvent event, RecordedEvent recorded) {}

    final long expected;
    final long epoch;
    final LogState next;
    final List<Placed> accepted = new ArrayList<>();
    final List<Stamped> events = new ArrayList<>();
    final List<FullTile> tiles = new ArrayList<>();
    final Map<AppendItem, RuntimeException> refused = new HashMap<>();

    /** Whether all that was refused was for events up to the expected position, which are in memory. */
    final boolean refusedFromMemory;

    /** Items with the command id of an accepted one: only when that is written they can be judged. */
    final List<AppendItem> deferred = new ArrayList<>();

    /** The events of the batch so far. */
    private final RecentEvents batch;

    /** The last events before it. */
    private final RecentEvents recent;

    private final Set<String> commands = new HashSet<>();

    private BatchPlan(LogState state, RecentEvents recent, int capacity, Map<AppendItem, RuntimeException> refused) {
        this.expected = state.position();
        this.epoch = state.epoch();
        this.next = state.copy();
        this.recent = recent;
        this.refused.putAll(refused);
        this.refusedFromMemory = refused.isEmpty();
        this.batch = new RecentEvents(state.position(), capacity, Long.MAX_VALUE);
    }

    /**
     * Plans a batch in the order of its items.
     *
     * @param refused items that the database already told must not be appended, with the reason
     */
    static BatchPlan of(
            List<AppendItem> items, LogState state, Map<AppendItem, RuntimeException> refused, Recent recent) {
        int events = items.stream().mapToInt(item -> item.events.size()).sum();
        BatchPlan plan = new BatchPlan(state, recent.events(), Math.max(1, events), refused);
        for (AppendItem item : items) {
            if (!refused.containsKey(item)) {
                plan.add(item, recent.commands());
            }
        }
        return plan;
    }

    /** Adds the events of this plan, which must be committed, to those in memory. */
    void remember() {
        for (Stamped stamped : events) {
            recent.add(stamped.recorded(), stamped.event().tagHashes, stamped.event().typeHash);
        }
    }

    /** The position of the last of its events, or of the last one before them when it has none. */
    long lastPosition() {
        return expected + events.size();
    }

    /** The items that it decides about. */
    List<AppendItem> judged() {
        return Stream.concat(accepted.stream().map(Placed::item), refused.keySet().stream())
                .toList();
    }

    /** Whether it writes nothing, and what its items were refused for is on disk. */
    boolean restsOn(Durable disk) {
        return accepted.isEmpty() && refusedFromMemory && disk.has(expected);
    }

    static RuntimeException conflict(AppendItem item) {
        return AppendEventsTransactionRejectedException.conflictingEventsDetected(new GlobalIndexConsistencyMarker(
                item.conditions.stream().mapToLong(Precondition::marker).min().orElse(0)));
    }

    private void add(AppendItem item, RecentCommands known) {
        if (item.commandId != null) {
            Optional<CommandReceipt> executed = known.find(item.commandId);
            if (executed.isPresent()) {
                refused.put(item, new DuplicateCommandException(executed.get()));
                return;
            }
            if (commands.contains(item.commandId)) {
                deferred.add(item);
                return;
            }
        }
        if (conflicts(item)) {
            refused.put(item, conflict(item));
        } else {
            accept(item);
        }
    }

    private boolean conflicts(AppendItem item) {
        for (Precondition condition : item.conditions) {
            if (recent.conflicts(condition.criteria(), condition.marker())
                    || batch.conflicts(condition.criteria(), condition.marker())) {
                return true;
            }
        }
        return false;
    }

    private void accept(AppendItem item) {
        List<Precondition> open = item.conditions.stream()
                .filter(condition -> !recent.covers(condition.marker()))
                .toList();
        accepted.add(new Placed(item, next.position() + 1, open));
        if (item.commandId != null) {
            commands.add(item.commandId);
        }
        for (PreparedEvent event : item.events) {
            tiles.addAll(next.append(event));
            Stamped stamped = new Stamped(event, event.event.at(next.position(), next.recordedAt()));
            events.add(stamped);
            batch.add(stamped.recorded(), event.tagHashes, event.typeHash);
        }
    }
}
