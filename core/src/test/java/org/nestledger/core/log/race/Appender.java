package org.nestledger.core.log.race;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;

/**
 * What the deciders and the check do with an engine, by its SPI alone.
 *
 * @param tokensAhead how much the token of the last event is higher than the marker of who has sourced it: 1 in the framework's
 *     own engine, which counts tokens from 1 and markers from 0. Here, all positions are those of the tokens
 */
public record Appender(EventStorageEngine engine, long tokensAhead) {

    private static final long PATIENCE_SECONDS = 60;

    /** An event of an append that is to be made. */
    public record Draft(String type, List<String> tags) {}

    /** Finds out how the engine counts, by an append of its own. */
    static Appender of(EventStorageEngine engine, String append) {
        Appender appender = new Appender(engine, 0);
        Told _ = appender.append(
                append, -1, Optional.empty(), List.of(new Draft("race.Started", List.of("race:" + append))));
        return new Appender(engine, appender.head() - appender.marker(Boundary.parse("race:" + append)));
    }

    /** Appends events that claim what they are appended for, and returns what the engine told. */
    public Told append(String append, long marker, Optional<Boundary> boundary, List<Draft> drafts) {
        List<TaggedEventMessage<?>> events = new ArrayList<>();
        for (Draft draft : drafts) {
            List<String> tags = draft.tags().stream().sorted().distinct().toList();
            Claim claim = new Claim(append, events.size(), drafts.size(), marker, boundary, tags);
            events.add(message(draft.type(), tags, claim.toString(), Map.of()));
        }
        try {
            return new Told.Accepted(append, commit(condition(marker - tokensAhead, boundary), events));
        } catch (AppendEventsTransactionRejectedException conflict) {
            return new Told.Rejected(append, marker, boundary.orElseThrow(), head());
        } catch (RuntimeException e) {
            return new Told.Failed(append, String.valueOf(e));
        }
    }

    public static TaggedEventMessage<?> message(
            String type, List<String> tags, String text, Map<String, String> metadata) {
        EventMessage message = new GenericEventMessage(
                UUID.randomUUID().toString(), new MessageType(type, "1"), text, metadata, Instant.now());
        return new GenericTaggedEventMessage<>(message, Boundary.tags(tags));
    }

    public static AppendCondition condition(long marker, Optional<Boundary> boundary) {
        return boundary.map(asked -> AppendCondition.withCriteria(asked.criteria())
                        .withMarker(new GlobalIndexConsistencyMarker(marker)))
                .orElseGet(AppendCondition::none);
    }

    /** The position of the last event; fails with the engine's own exception. */
    public long commit(AppendCondition condition, List<TaggedEventMessage<?>> events) {
        return get(engine.appendEvents(condition, null, events).thenCompose(Appender::finish));
    }

    private static <R> CompletableFuture<Long> finish(AppendTransaction<R> transaction) {
        return transaction
                .commit(null)
                .thenCompose(result -> transaction.afterCommit(result, null))
                .thenApply(GlobalIndexConsistencyMarker::position);
    }

    /** The position up to which a decider knows the log when it has sourced the boundary. */
    public long marker(Boundary boundary) {
        MessageStream<EventMessage> stream = engine.source(SourcingCondition.conditionFor(boundary.criteria()), null);
        ConsistencyMarker marker = ConsistencyMarker.ORIGIN;
        for (var entry = stream.next(); entry.isPresent(); entry = stream.next()) {
            marker = entry.get().getResource(ConsistencyMarker.RESOURCE_KEY);
        }
        stream.close();
        failIfBroken(stream);
        return GlobalIndexConsistencyMarker.position(marker) + tokensAhead;
    }

    public long head() {
        return get(engine.latestToken(null)).position().orElse(0);
    }

    /** The whole log. */
    public List<Seen> log() {
        List<Seen> log = new ArrayList<>();
        MessageStream<EventMessage> stream =
                engine.source(SourcingCondition.conditionFor(EventCriteria.havingAnyTag()), null);
        for (var entry = stream.next(); entry.isPresent(); entry = stream.next()) {
            if (entry.get().getResource(ConsistencyMarker.RESOURCE_KEY) == null) {
                log.add(seen(entry.get()));
            }
        }
        stream.close();
        failIfBroken(stream);
        return log;
    }

    private static void failIfBroken(MessageStream<EventMessage> stream) {
        stream.error().ifPresent(error -> {
            throw error instanceof RuntimeException cause ? cause : new IllegalStateException(error);
        });
    }

    static Seen seen(MessageStream.Entry<EventMessage> entry) {
        EventMessage message = entry.message();
        return new Seen(
                TrackingToken.fromContext(entry).orElseThrow().position().orElseThrow(),
                message.type().name(),
                Claim.parse(String.valueOf(message.payload())));
    }

    /** The result, or the true exception of a failure. */
    private static <T> T get(CompletableFuture<T> future) {
        try {
            return future.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
