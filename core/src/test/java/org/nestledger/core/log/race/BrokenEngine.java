package org.nestledger.core.log.race;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/** The framework's engine with a defect, so that it can be seen whether the race notices. */
final class BrokenEngine implements EventStorageEngine {

    enum Defect {
        /** Every append is accepted. */
        IGNORES_THE_CONDITION,
        /** The condition is checked, and something may come between that and the append. */
        CHECKS_THEN_WRITES,
        /** Of several tags that an event must have, only the first is looked for. */
        IGNORES_ALL_TAGS_BUT_THE_FIRST,
        /** Of several alternatives, only the first is looked for. */
        IGNORES_ALL_ALTERNATIVES_BUT_THE_FIRST,
        /** An event of another type conflicts too. */
        IGNORES_TYPES,
        /** The last few events are not looked at. */
        CHECKS_AGAINST_A_STALE_HEAD,
        /** An append is acknowledged and forgotten. */
        LOSES_AN_APPEND,
        /** An append is written again, as after a lost answer. */
        WRITES_AN_APPEND_TWICE,
        /** Only the first event of an append is written. */
        TEARS_AN_APPEND,
        /** The position that is told is another one. */
        TELLS_ANOTHER_POSITION
    }

    private static final int SELDOM = 23;
    private static final long BETWEEN_NANOS = 100_000;

    private final InMemoryEventStorageEngine sound = new InMemoryEventStorageEngine();
    private final Defect defect;
    private final AtomicInteger appends = new AtomicInteger();
    private final AtomicLong knownHead = new AtomicLong();

    BrokenEngine(Defect defect) {
        this.defect = defect;
    }

    @Override
    public CompletableFuture<AppendTransaction<?>> appendEvents(
            AppendCondition condition, @Nullable ProcessingContext context, List<TaggedEventMessage<?>> events) {
        boolean seldom = appends.incrementAndGet() % SELDOM == 0;
        return switch (defect) {
            case IGNORES_THE_CONDITION -> sound.appendEvents(AppendCondition.none(), context, events);
            case CHECKS_THEN_WRITES -> checkThenWrite(condition, context, events);
            case IGNORES_ALL_TAGS_BUT_THE_FIRST ->
                sound.appendEvents(with(condition, part -> Optional.of(firstTag(part))), context, events);
            case IGNORES_ALL_ALTERNATIVES_BUT_THE_FIRST ->
                sound.appendEvents(with(condition, firstOf(condition)), context, events);
            case IGNORES_TYPES ->
                sound.appendEvents(
                        with(condition, part -> Optional.of(EventCriteria.havingTags(part.tags()))), context, events);
            case CHECKS_AGAINST_A_STALE_HEAD -> checkStale(condition, context, events);
            case LOSES_AN_APPEND -> seldom ? lost(condition, context) : sound.appendEvents(condition, context, events);
            case WRITES_AN_APPEND_TWICE -> sound.appendEvents(condition, context, seldom ? twice(events) : events);
            case TEARS_AN_APPEND -> sound.appendEvents(condition, context, seldom ? events.subList(0, 1) : events);
            case TELLS_ANOTHER_POSITION ->
                sound.appendEvents(condition, context, events).thenApply(tx -> seldom ? new Misleading<>(tx) : tx);
        };
    }

    private CompletableFuture<AppendTransaction<?>> checkThenWrite(
            AppendCondition condition, @Nullable ProcessingContext context, List<TaggedEventMessage<?>> events) {
        return sound.appendEvents(condition, context, events).thenCompose(_ -> {
            LockSupport.parkNanos(BETWEEN_NANOS);
            return sound.appendEvents(AppendCondition.none(), context, events);
        });
    }

    private CompletableFuture<AppendTransaction<?>> checkStale(
            AppendCondition condition, @Nullable ProcessingContext context, List<TaggedEventMessage<?>> events) {
        long marker = GlobalIndexConsistencyMarker.position(condition.consistencyMarker());
        if (appends.get() % SELDOM == 0) {
            knownHead.set(sound.latestToken(context).join().position().orElse(0));
        }
        boolean fresh = marker >= knownHead.get() - SELDOM;
        return sound.appendEvents(fresh ? AppendCondition.none() : condition, context, events);
    }

    private CompletableFuture<AppendTransaction<?>> lost(
            AppendCondition condition, @Nullable ProcessingContext context) {
        return sound.appendEvents(condition, context, List.of()).thenApply(tx -> new Misleading<>(tx));
    }

    private static List<TaggedEventMessage<?>> twice(List<TaggedEventMessage<?>> events) {
        return IntStream.range(0, 2)
                .boxed()
                .<TaggedEventMessage<?>>flatMap(_ -> events.stream())
                .toList();
    }

    private interface Change {

        Optional<EventCriteria> apply(EventCriterion part);
    }

    private static AppendCondition with(AppendCondition condition, Change change) {
        if (condition.consistencyMarker().equals(ConsistencyMarker.INFINITY)) {
            return condition;
        }
        List<EventCriteria> parts = condition.criteria().flatten().stream()
                .flatMap(part -> change.apply(part).stream())
                .toList();
        return AppendCondition.withCriteria(EventCriteria.either(parts)).withMarker(condition.consistencyMarker());
    }

    private static EventCriteria firstTag(EventCriterion part) {
        String first = part.tags().stream().map(Tag::key).sorted().findFirst().orElseThrow();
        Set<Tag> tags =
                part.tags().stream().filter(tag -> tag.key().equals(first)).collect(Collectors.toSet());
        Set<QualifiedName> types = part.types();
        var tagged = EventCriteria.havingTags(tags);
        return types.isEmpty() ? tagged : tagged.andBeingOneOfTypes(types);
    }

    private static Change firstOf(AppendCondition condition) {
        List<EventCriterion> parts = List.copyOf(condition.criteria().flatten());
        return part -> part.equals(parts.getFirst()) ? Optional.of((EventCriteria) part) : Optional.empty();
    }

    /** Tells a position that is not the append's. */
    private record Misleading<R>(AppendTransaction<R> target) implements AppendTransaction<R> {

        @Override
        public CompletableFuture<R> commit(@Nullable ProcessingContext context) {
            return target.commit(context);
        }

        @Override
        public void rollback(@Nullable ProcessingContext context) {
            target.rollback(context);
        }

        @Override
        public CompletableFuture<ConsistencyMarker> afterCommit(R result, @Nullable ProcessingContext context) {
            return target.afterCommit(result, context)
                    .thenApply(marker ->
                            new GlobalIndexConsistencyMarker(GlobalIndexConsistencyMarker.position(marker) + 1));
        }
    }

    @Override
    public MessageStream<EventMessage> source(SourcingCondition condition, @Nullable ProcessingContext context) {
        return sound.source(condition, context);
    }

    @Override
    public MessageStream<EventMessage> stream(StreamingCondition condition, @Nullable ProcessingContext context) {
        return sound.stream(condition, context);
    }

    @Override
    public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
        return sound.firstToken(context);
    }

    @Override
    public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
        return sound.latestToken(context);
    }

    @Override
    public CompletableFuture<TrackingToken> tokenAt(java.time.Instant at, @Nullable ProcessingContext context) {
        return sound.tokenAt(at, context);
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        sound.describeTo(descriptor);
    }
}
