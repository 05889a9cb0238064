package org.nestledger.core.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.ContinuousMessageStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexPosition;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageStream.Entry;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jspecify.annotations.Nullable;

/**
 * The event log as the framework's storage engine. Tokens and markers are positions of the log. All writing happens in
 * a transaction's commit, on the log's own connection: it takes no part in a transaction of the caller.
 */
public final class PostgresEventStorageEngine implements EventStorageEngine {

    /**
     * What must hold besides the framework's own condition when what is appended in this context is written. It is set by
     * a reader who knows the events up to a position by other means than sourcing them, or takes it that there are none.
     */
    public static final Context.ResourceKey<List<Precondition>> CONDITIONS =
            Context.ResourceKey.withLabel("conditions");

    private final PostgresEventLog log;

    public PostgresEventStorageEngine(PostgresEventLog log) {
        this.log = log;
    }

    @Override
    public CompletableFuture<AppendTransaction<?>> appendEvents(
            AppendCondition condition, @Nullable ProcessingContext context, List<TaggedEventMessage<?>> events) {
        return result(() -> events.isEmpty()
                ? new EmptyTransaction(condition.consistencyMarker())
                : new LogTransaction(log, log.prepare(condition, conditions(context), events)));
    }

    @Override
    public MessageStream<EventMessage> source(SourcingCondition condition, @Nullable ProcessingContext context) {
        try {
            Reading sourced =
                    log.read(condition.criteria(), Math.max(0, GlobalIndexPosition.toIndex(condition.start())));
            List<Entry<EventMessage>> entries = new ArrayList<>();
            sourced.events().forEach(event -> entries.add(LogMessages.entry(event)));
            ConsistencyMarker marker = new GlobalIndexConsistencyMarker(sourced.head());
            entries.add(new SimpleEntry<>(
                    TerminalEventMessage.INSTANCE, ConsistencyMarker.addToContext(Context.empty(), marker)));
            return MessageStream.fromStream(entries.stream(), Entry::message, entry -> entry);
        } catch (RuntimeException e) {
            return MessageStream.failed(e);
        }
    }

    @Override
    public MessageStream<EventMessage> stream(StreamingCondition condition, @Nullable ProcessingContext context) {
        try {
            Criteria criteria = new Criteria(condition.criteria());
            Follower follower = new Follower(log.pages(), start(condition.position()), criteria::matches);
            return new ContinuousMessageStream<RecordedEvent>(
                    _ -> follower.next(), LogMessages::entry, (_, callback) -> {
                        AutoCloseable registration = log.onAppend(callback);
                        return () -> {
                            close(registration);
                            return true;
                        };
                    });
        } catch (RuntimeException e) {
            return MessageStream.failed(e);
        }
    }

    @Override
    public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
        return result(() -> new GlobalSequenceTrackingToken(0));
    }

    @Override
    public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
        return result(() -> new GlobalSequenceTrackingToken(log.head()));
    }

    /** The token after which all events recorded at or after the instant come. */
    @Override
    public CompletableFuture<TrackingToken> tokenAt(Instant at, @Nullable ProcessingContext context) {
        return result(() -> new GlobalSequenceTrackingToken(log.positionAt(at.minusNanos(1))));
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("log", log);
    }

    private static List<Precondition> conditions(@Nullable ProcessingContext context) {
        List<Precondition> conditions = context == null ? null : context.getResource(CONDITIONS);
        return conditions == null ? List.of() : conditions;
    }

    private long start(@Nullable TrackingToken token) {
        OptionalLong position = token == null ? OptionalLong.empty() : token.position();
        if (TrackingToken.LATEST.equals(token)) {
            return log.head();
        }
        return Math.max(0, position.orElse(0));
    }

    private static <T> CompletableFuture<T> result(Supplier<? extends T> supplier) {
        try {
            return CompletableFuture.completedFuture(supplier.get());
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static void close(AutoCloseable registration) {
        try {
            registration.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
