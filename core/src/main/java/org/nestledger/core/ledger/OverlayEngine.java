package org.nestledger.core.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jspecify.annotations.Nullable;

/** The log as it is, and on top of it events that exist in this engine's memory only. For dry runs. */
final class OverlayEngine implements EventStorageEngine {

    private final EventStorageEngine base;
    private final List<TaggedEventMessage<?>> proposed = new ArrayList<>();

    OverlayEngine(EventStorageEngine base) {
        this.base = base;
    }

    @Override
    public CompletableFuture<AppendTransaction<?>> appendEvents(
            AppendCondition condition, @Nullable ProcessingContext context, List<TaggedEventMessage<?>> events) {
        return CompletableFuture.completedFuture(new AppendTransaction<Long>() {
            @Override
            public CompletableFuture<Long> commit(@Nullable ProcessingContext committing) {
                return append(condition, events);
            }

            @Override
            public void rollback(@Nullable ProcessingContext rolledBack) {
                // nothing was kept
            }

            @Override
            public CompletableFuture<ConsistencyMarker> afterCommit(Long index, @Nullable ProcessingContext committed) {
                return CompletableFuture.completedFuture(new GlobalIndexConsistencyMarker(index));
            }
        });
    }

    /** A marker counts proposed events only: what a dry run reads of the log below may be a moment old. */
    private synchronized CompletableFuture<Long> append(AppendCondition condition, List<TaggedEventMessage<?>> events) {
        ConsistencyMarker marker = condition.consistencyMarker();
        long seen = GlobalIndexConsistencyMarker.position(marker);
        boolean conflict = condition.criteria().hasCriteria()
                && proposed.stream().skip(Math.max(0, seen)).anyMatch(event -> matches(condition.criteria(), event));
        if (conflict) {
            return CompletableFuture.failedFuture(
                    AppendEventsTransactionRejectedException.conflictingEventsDetected(marker));
        }
        proposed.addAll(events);
        return CompletableFuture.completedFuture((long) proposed.size());
    }

    private static boolean matches(EventCriteria criteria, TaggedEventMessage<?> event) {
        return criteria.matches(event.event().type().qualifiedName(), event.tags());
    }

    @Override
    public MessageStream<EventMessage> source(SourcingCondition condition, @Nullable ProcessingContext context) {
        long head;
        List<TaggedEventMessage<?>> seen;
        synchronized (this) {
            seen = List.copyOf(proposed);
            head = seen.size();
        }
        List<MessageStream.Entry<EventMessage>> top = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            if (matches(condition.criteria(), seen.get(i))) {
                Context at = TrackingToken.addToContext(
                        Context.empty(), new GlobalSequenceTrackingToken(Long.MAX_VALUE / 2 + i));
                top.add(new SimpleEntry<>(seen.get(i).event(), at));
            }
        }
        top.add(new SimpleEntry<>(
                TerminalEventMessage.INSTANCE,
                Context.with(ConsistencyMarker.RESOURCE_KEY, new GlobalIndexConsistencyMarker(head))));
        return base.source(condition, context)
                .filter(entry -> entry.getResource(ConsistencyMarker.RESOURCE_KEY) == null)
                .concatWith(MessageStream.fromStream(top.stream(), MessageStream.Entry::message, entry -> entry));
    }

    @Override
    public MessageStream<EventMessage> stream(StreamingCondition condition, @Nullable ProcessingContext context) {
        return base.stream(condition, context);
    }

    @Override
    public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
        return base.firstToken(context);
    }

    @Override
    public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
        return base.latestToken(context);
    }

    @Override
    public CompletableFuture<TrackingToken> tokenAt(Instant at, @Nullable ProcessingContext context) {
        return base.tokenAt(at, context);
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("base", base);
    }
}
