package org.nestledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.log.LogFixture.event;
import static org.nestledger.core.log.LogFixture.having;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageStream.Entry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * What the framework requires of a storage engine, case by case under the names of its own suite. The store is shared
 * and grows from case to case, so that none may count on an empty one.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class StorageEngineSuite {

    final LogFixture fixture = new LogFixture(LogOptions.defaults().withTimeAhead(Duration.ofMinutes(1)));
    final PostgresEventStorageEngine engine = fixture.engine;

    /** New ones for each case. */
    String ours = "";

    String others = "";

    @BeforeEach
    void newTags() {
        ours = "TEST:" + UUID.randomUUID();
        others = "OTHER:" + UUID.randomUUID();
    }

    @AfterAll
    void close() {
        fixture.close();
    }

    TaggedEventMessage<EventMessage> our(String text) {
        return event(text, ours);
    }

    TaggedEventMessage<EventMessage> other(String text) {
        return event(text, others);
    }

    TaggedEventMessage<EventMessage> at(Instant time, String text) {
        return event(LogFixture.TYPE, text, Map.of(), time, ours);
    }

    MessageStream<EventMessage> source(String tag) {
        EventCriteria criteria = having(tag);
        return engine.source(SourcingCondition.conditionFor(criteria), null);
    }

    static Entry<EventMessage> next(MessageStream<EventMessage> stream) {
        return stream.next().orElseThrow();
    }

    /** What the stream has now. */
    static List<Entry<EventMessage>> all(MessageStream<EventMessage> stream) {
        List<Entry<EventMessage>> entries = new ArrayList<>();
        while (stream.hasNextAvailable()) {
            entries.add(next(stream));
        }
        return entries;
    }

    static List<Object> payloads(List<Entry<EventMessage>> entries) {
        return entries.stream()
                .filter(entry -> !isMarker(entry))
                .<Object>map(entry -> entry.message().payload())
                .toList();
    }

    static boolean isMarker(Entry<EventMessage> entry) {
        boolean terminal = entry.message().equals(TerminalEventMessage.INSTANCE);
        assertThat(entry.getResource(ConsistencyMarker.RESOURCE_KEY) != null).isEqualTo(terminal);
        return terminal;
    }

    static ConsistencyMarker marker(Entry<EventMessage> entry) {
        return entry.getResource(ConsistencyMarker.RESOURCE_KEY);
    }

    static TrackingToken token(CompletableFuture<TrackingToken> token) {
        return token.join();
    }

    static Throwable cause(CompletableFuture<?> failed) {
        return failed.handle((_, e) -> e instanceof CompletionException ? e.getCause() : e)
                .join();
    }

    static void assertSame(Entry<EventMessage> actual, TaggedEventMessage<EventMessage> expected) {
        EventMessage read = actual.message();
        assertThat(read.payload()).isEqualTo(expected.event().payload());
        assertThat(read.identifier()).isEqualTo(expected.event().identifier());
        assertThat(read.type()).isEqualTo(expected.event().type());
        assertThat(read.timestamp().toEpochMilli())
                .isEqualTo(expected.event().timestamp().toEpochMilli());
        assertThat(Map.copyOf(read.metadata()))
                .isEqualTo(Map.copyOf(expected.event().metadata()));
    }
}
