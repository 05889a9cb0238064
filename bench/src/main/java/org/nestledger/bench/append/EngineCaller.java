package org.nestledger.bench.append;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.nestledger.bench.Caller;

/** Appends one event to the engine on condition that its boundary has not changed for the last 50 events. */
final class EngineCaller implements Caller {

    /** How far behind the head a decision is when its event comes to be appended. */
    private static final long LAG = 50;

    private final EventStorageEngine engine;
    private final AtomicLong head;
    private final Boundaries boundaries;
    private final Function<Tag, TaggedEventMessage<?>> events;

    /** @param head the highest position that any of the callers was told, 0 at first */
    EngineCaller(
            EventStorageEngine engine,
            AtomicLong head,
            Boundaries boundaries,
            Function<Tag, TaggedEventMessage<?>> events) {
        this.engine = engine;
        this.head = head;
        this.boundaries = boundaries;
        this.events = events;
    }

    @Override
    public boolean call() {
        Tag project = boundaries.next();
        AppendCondition condition = AppendCondition.withCriteria(Boundaries.criteria(project))
                .withMarker(new GlobalIndexConsistencyMarker(Math.max(0, head.get() - LAG)));
        AppendTransaction<?> transaction = engine.appendEvents(condition, null, List.of(events.apply(project)))
                .join();
        try {
            head.accumulateAndGet((Long) transaction.commit(null).join(), Math::max);
            return true;
        } catch (CompletionException e) {
            if (e.getCause() instanceof AppendEventsTransactionRejectedException) {
                return false;
            }
            throw e;
        }
    }
}
