package org.nestledger.core.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.nestledger.core.log.merkle.FullTile;

/** What a batch will write on top of a state of the log, and what becomes of each of its items if it does. */
final class BatchPlan {

    /** An item with its place in the log. */
    record Placed(AppendItem item, long firstPosition) {

        long lastPosition() {
            return firstPosition + item.events.size() - 1;
        }
    }

    /** An event with the time at which it counts as recorded. */
    record Stamped(PreparedEvent event, long recordedMicros) {}

    final long expected;
    final long epoch;
    final LogState next;
    final List<Placed> accepted = new ArrayList<>();
    final List<Stamped> events = new ArrayList<>();
    final List<FullTile> tiles = new ArrayList<>();
    final Map<AppendItem, RuntimeException> refused = new HashMap<>();

    /** Items with the command id of an accepted one: only when that is written they can be judged. */
    final List<AppendItem> deferred = new ArrayList<>();

    private final BatchIndex index = new BatchIndex();
    private final Set<String> commands = new HashSet<>();

    private BatchPlan(LogState state) {
        this.expected = state.position();
        this.epoch = state.epoch();
        this.next = state.copy();
    }

    /**
     * Plans a batch in the order of its items.
     *
     * @param refused items that the database already told must not be appended, with the reason
     */
    static BatchPlan of(
            List<AppendItem> items, LogState state, Map<AppendItem, RuntimeException> refused, RecentCommands recent) {
        BatchPlan plan = new BatchPlan(state);
        plan.refused.putAll(refused);
        for (AppendItem item : items) {
            if (!refused.containsKey(item)) {
                plan.add(item, recent);
            }
        }
        return plan;
    }

    static RuntimeException conflict(AppendItem item) {
        return AppendEventsTransactionRejectedException.conflictingEventsDetected(
                new GlobalIndexConsistencyMarker(item.marker));
    }

    private void add(AppendItem item, RecentCommands recent) {
        if (item.commandId != null) {
            Optional<CommandReceipt> executed = recent.find(item.commandId);
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
        Criteria criteria = item.criteria;
        if (criteria == null) {
            return false;
        }
        return criteria.matchesAll ? next.position() > item.marker : index.conflicts(criteria, item.marker);
    }

    private void accept(AppendItem item) {
        accepted.add(new Placed(item, next.position() + 1));
        if (item.commandId != null) {
            commands.add(item.commandId);
        }
        for (PreparedEvent event : item.events) {
            tiles.addAll(next.append(event));
            events.add(new Stamped(event, Micros.sinceEpoch(next.recordedAt())));
            index.add(next.position(), event);
        }
    }
}
