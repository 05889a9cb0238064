package org.nestledger.bench.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.nestledger.bench.Sample;
import org.nestledger.bench.log.ZoneBooks;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.ledger.EventTypes;
import org.nestledger.core.ledger.LedgerJson;
import org.nestledger.core.log.PostgresEventStorageEngine;
import org.nestledger.query.ReadModels;
import org.nestledger.query.projection.Projections;
import tools.jackson.databind.JsonNode;

/** Books whose read models follow while events are appended at a steady rate, whether earlier ones are there yet or not. */
final class Followed implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final FilledBooks books;
    private final Projections projections;
    private final PostgresEventStorageEngine engine;

    Followed(FilledBooks books) throws InterruptedException {
        this.books = books;
        this.engine = new PostgresEventStorageEngine(books.log());
        this.projections = ReadModels.over(books.dataSource(), books.log());
        projections.start();
        await(books.log().head());
    }

    private void await(long position) throws InterruptedException {
        if (!projections.awaitPosition(position, PATIENCE)) {
            throw new IllegalStateException("position " + position + " is not seen: " + projections.status());
        }
    }

    /** Appends for a while; the latencies begin when an event was due to be handed over. */
    Sample append(int perSecond, Duration time) throws Exception {
        int count = Math.toIntExact(time.toMillis() * perSecond / 1_000);
        long before = books.log().head();
        AtomicLongArray due = new AtomicLongArray(count);
        long[] seen = new long[count];
        CompletableFuture<?>[] appended = new CompletableFuture<?>[count];
        Thread watcher = Thread.ofPlatform().start(() -> watch(before, seen));
        List<TaggedEventMessage<?>> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            messages.add(message(before + i));
        }
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long at = begun + i * NANOS_PER_SECOND / perSecond;
            while (System.nanoTime() < at) {
                LockSupport.parkNanos(at - System.nanoTime());
            }
            appended[i] = engine.appendEvents(AppendCondition.none(), null, List.of(messages.get(i)))
                    .thenCompose(Followed::finish)
                    .thenAccept(position -> due.set(Math.toIntExact(position - before - 1), at));
        }
        CompletableFuture.allOf(appended).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        watcher.join();
        Histogram latencies = Sample.histogram();
        for (int i = 0; i < count; i++) {
            latencies.recordValue(Math.max(0, seen[i] - due.get(i)));
        }
        return new Sample(count, System.nanoTime() - begun, latencies);
    }

    /** Notes when each position was first seen. */
    private void watch(long before, long[] seen) {
        try {
            for (int next = 0; next < seen.length; ) {
                await(before + next + 1);
                long now = System.nanoTime();
                long reached = Math.min(projections.status().position() - before, seen.length);
                while (next < reached) {
                    seen[next++] = now;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private TaggedEventMessage<?> message(long index) {
        JsonNode record = LedgerJson.mapper().readTree(ZoneBooks.record(index, books.zones()));
        String type = record.path("type").asString();
        LedgerEvent event = EventTypes.decode(type, 1, record.path("data"));
        Set<Tag> tags = EventTypes.tags(event).stream()
                .map(tag -> tag.split(":", 2))
                .map(parts -> new Tag(parts[0], parts[1]))
                .collect(Collectors.toSet());
        EventMessage message = new GenericEventMessage(
                UUID.randomUUID().toString(),
                new MessageType(type, "1"),
                event,
                Map.of("actor", "bench"),
                Instant.parse(record.path("time").asString()));
        return new GenericTaggedEventMessage<>(message, tags);
    }

    private static <R> CompletableFuture<Long> finish(AppendTransaction<R> transaction) {
        return transaction
                .commit(null)
                .thenCompose(result -> transaction.afterCommit(result, null))
                .thenApply(GlobalIndexConsistencyMarker::position);
    }

    @Override
    public void close() {
        projections.close();
    }
}
