package org.nestledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
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
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageStream.Entry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * What the framework requires of a storage engine, case by case under the names of its own suite. The store is shared
 * and grows from case to case, so that none may count on an empty one.
 */
@TestInstance(Lifecycle.PER_CLASS)
class StorageEngineSuiteIT {

    private final LogFixture fixture = new LogFixture(LogOptions.defaults().withTimeAhead(Duration.ofMinutes(1)));
    private final PostgresEventStorageEngine engine = fixture.engine;

    /** New ones for each case. */
    private String ours = "";

    private String others = "";

    @BeforeEach
    void newTags() {
        ours = "TEST:" + UUID.randomUUID();
        others = "OTHER:" + UUID.randomUUID();
    }

    @AfterAll
    void close() {
        fixture.close();
    }

    @Test
    void beforeAll_tokensOfAnEmptyStoreCoverEachOther() {
        try (LogFixture empty = new LogFixture()) {
            TrackingToken first = token(empty.engine.firstToken(null));
            TrackingToken latest = token(empty.engine.latestToken(null));
            assertThat(first.covers(latest) && latest.covers(first)).isTrue();
        }
    }

    @Test
    void sourcingEventsReturnsMatchingAggregateEvents() {
        fixture.append(our("0"), our("1"), other("2"), other("3"), other("4"), our("5"));
        assertThat(all(source(ours))).hasSize(4);
    }

    @Test
    void sourcingEventsReturnsConsistencyMarkerWithNoEventMessageAsFinalEntryInTheMessageStream() {
        fixture.append(our("0"), our("1"), other("2"), other("3"), other("4"), other("5"));
        for (String tag : List.of(ours, others)) {
            List<Entry<EventMessage>> entries = all(source(tag));
            assertThat(entries).hasSize(tag.equals(ours) ? 3 : 5);
            assertThat(entries.subList(0, entries.size() - 1)).noneMatch(StorageEngineSuiteIT::isMarker);
            assertThat(entries.getLast()).matches(StorageEngineSuiteIT::isMarker);
        }
    }

    @Test
    void usingConsistencyMarkerFromSourcingEventToAppendAfterAppendWithConditionIsNotAllowed() {
        fixture.append(our("0"), other("1"));
        ConsistencyMarker stale = marker(all(source(others)).getLast());
        fixture.append(other("2"));

        var refused =
                fixture.appending(AppendCondition.withCriteria(having(others)).withMarker(stale), other("3"));
        await().atMost(Duration.ofSeconds(5)).until(refused::isDone);
        assertThat(cause(refused)).isInstanceOf(AppendEventsTransactionRejectedException.class);
        assertThat(fixture.source(having(others))).containsExactly("1", "2");
    }

    @Test
    void sourcingEventsReturnsConsistencyMarkerAsSoleMessageWhenNoEventsInTheStoreForFlux() {
        assertThat(all(source(ours))).singleElement().matches(StorageEngineSuiteIT::isMarker);
    }

    @Test
    void sourcingEmptyStreamReturnsOnlyConsistencyMarker() {
        List<Entry<EventMessage>> seen = new ArrayList<>();
        source(ours)
                .reduce(seen, (list, entry) -> {
                    list.add(entry);
                    return list;
                })
                .join();
        assertThat(seen).singleElement().matches(StorageEngineSuiteIT::isMarker);
    }

    @Test
    void sourcingEventsReturnsConsistencyMarkerAsSoleMessageAndCompletesWhenNoEventsInTheStore() {
        AtomicBoolean completed = new AtomicBoolean();
        MessageStream<EventMessage> stream = source(ours).onComplete(() -> completed.set(true));
        await().atMost(Duration.ofMillis(500)).until(stream::hasNextAvailable);
        assertThat(stream.next())
                .hasValueSatisfying(entry -> assertThat(entry).matches(StorageEngineSuiteIT::isMarker));
        assertThat(stream.hasNextAvailable()).isFalse();
        assertThat(completed).isTrue();
    }

    @Test
    void sourcingEventsShouldReturnLatestConsistencyMarker() {
        fixture.append(our("0"), other("1"), our("2"));
        assertThat(marker(all(source(ours)).getLast()))
                .isEqualTo(marker(all(source(others)).getLast()))
                .isEqualTo(new GlobalIndexConsistencyMarker(fixture.log.head()));
    }

    @Test
    void sourcingEventsShouldReturnLatestConsistencyMarkerEvenWhenStoreIsEmpty() {
        try (LogFixture empty = new LogFixture()) {
            for (String tag : List.of(ours, others)) {
                var condition = SourcingCondition.conditionFor(having(tag));
                assertThat(marker(all(empty.engine.source(condition, null)).getLast()))
                        .isEqualTo(new GlobalIndexConsistencyMarker(0))
                        .isNotEqualTo(ConsistencyMarker.ORIGIN);
            }
        }
    }

    @Test
    void sourcingEventsWithOffsetReturnsMatchingAggregateEvents() {
        fixture.append(our("0"), other("1"), our("2"), our("3"));
        Entry<EventMessage> first = all(source(ours)).getFirst();
        long position =
                TrackingToken.fromContext(first).orElseThrow().position().orElseThrow();

        var after = SourcingCondition.conditionFor(new GlobalIndexConsistencyMarker(position).position(), having(ours));
        assertThat(payloads(all(engine.source(after, null)))).containsExactly("2", "3");
    }

    @Test
    void transactionRejectedWithConflictingEventsInStore() {
        fixture.append(our("0"), our("1"));
        var refused = fixture.appending(AppendCondition.withCriteria(having(ours)), our("2"));
        assertThat(cause(refused)).isInstanceOf(AppendEventsTransactionRejectedException.class);
    }

    @Test
    void transactionRejectedWhenConcurrentlyCreatedTransactionIsCommittedFirst() {
        AppendCondition condition = AppendCondition.withCriteria(having(ours));
        var first = engine.appendEvents(condition, null, List.of(our("0"))).join();
        var second = engine.appendEvents(condition, null, List.of(our("1"))).join();
        first.commit(null).join();
        assertThat(cause(second.commit(null))).isInstanceOf(AppendEventsTransactionRejectedException.class);
    }

    @RepeatedTest(5)
    void concurrentTransactionsForNonOverlappingTagsBothCommitWithExpectedConsistencyMarkerResponse() {
        long head = fixture.log.head();
        var first = fixture.appending(AppendCondition.withCriteria(having(ours)), our("0"));
        var second = fixture.appending(AppendCondition.withCriteria(having(others)), other("0"));
        assertThat(List.of(LogFixture.get(first), LogFixture.get(second)))
                .containsExactlyInAnyOrder(head + 1, head + 2);
        assertThat(token(engine.latestToken(null))).isEqualTo(new GlobalSequenceTrackingToken(head + 2));
    }

    @Test
    void concurrentTransactionsForOverlappingTagsThrowAnAppendEventsTransactionRejectedException() {
        AppendCondition condition = AppendCondition.withCriteria(having(ours));
        var both = List.of(fixture.appending(condition, our("0")), fixture.appending(condition, our("1")));
        both.forEach(one -> await().until(one::isDone));
        assertThat(both)
                .filteredOn(CompletableFuture::isCompletedExceptionally)
                .singleElement()
                .satisfies(one -> assertThat(cause(one)).isInstanceOf(AppendEventsTransactionRejectedException.class));
    }

    @Test
    void streamingFromStartReturnsSelectedMessages() {
        var expected = List.of(our("0"), our("1"), our("4"));
        fixture.append(expected.get(0), expected.get(1), other("2"), other("3"), expected.get(2), other("5"));
        var stream = engine.stream(StreamingCondition.conditionFor(token(engine.firstToken(null)), having(ours)), null);
        expected.forEach(event -> assertSame(next(stream), event));
        stream.close();
    }

    @Test
    void streamingFromSpecificPositionReturnsSelectedMessages() {
        TrackingToken start = token(engine.latestToken(null));
        fixture.append(our("0"), our("1"), other("2"), other("3"), our("4"), other("5"));
        var stream = engine.stream(StreamingCondition.startingFrom(start), null);
        TrackingToken first = TrackingToken.fromContext(next(stream)).orElseThrow();
        stream.close();

        var rest = engine.stream(StreamingCondition.conditionFor(first, having(ours)), null);
        assertThat(next(rest).message().payload()).isEqualTo("1");
        assertThat(next(rest).message().payload()).isEqualTo("4");
        assertThat(rest.hasNextAvailable()).isFalse();
        rest.close();
    }

    @Test
    void streamingAfterLastPositionReturnsEmptyStream() {
        long head = fixture.log.head();
        fixture.append(our("0"), our("1"), our("2"));
        var stream = engine.stream(
                StreamingCondition.conditionFor(new GlobalSequenceTrackingToken(head + 10), having(ours)), null);
        assertThat(stream.next()).isEmpty();
        stream.close();
    }

    @Test
    void eventsPublishedAreIncludedInOpenStreams() {
        TrackingToken start = token(engine.latestToken(null));
        fixture.append(our("0"), our("1"));
        var stream = engine.stream(StreamingCondition.startingFrom(start), null);
        next(stream);
        next(stream);
        fixture.append(our("3"));
        await().atMost(Duration.ofSeconds(1)).until(stream::hasNextAvailable);
        assertThat(next(stream).message().payload()).isEqualTo("3");
        stream.close();
    }

    @Test
    void streamReceivesEventsAppendedAfterStreamOpened() {
        var stream = engine.stream(StreamingCondition.startingFrom(token(engine.latestToken(null))), null);
        assertThat(stream.hasNextAvailable()).isFalse();
        var expected = List.of(our("1"), our("2"));
        fixture.append(expected.get(0), expected.get(1));
        for (TaggedEventMessage<EventMessage> event : expected) {
            await().atMost(Duration.ofSeconds(2)).until(stream::hasNextAvailable);
            assertSame(next(stream), event);
        }
        stream.close();
    }

    @Test
    void tailTokenReturnsFirstAppendedEvent() {
        TrackingToken start = token(engine.latestToken(null));
        var first = our("0");
        fixture.append(first, our("1"));
        var stream = engine.stream(StreamingCondition.startingFrom(start), null);
        assertSame(next(stream), first);
        stream.close();
    }

    @Test
    void headTokenReturnsTokenBasedOnLastAppendedEvent() {
        fixture.append(our("0"), our("1"));
        var stream = engine.stream(StreamingCondition.startingFrom(token(engine.latestToken(null))), null);
        assertThat(stream.hasNextAvailable()).isFalse();
        stream.close();
    }

    @Test
    void tokenAtRetrievesTokenFromStorageEngineThatStreamsEventsSinceThatMoment() {
        try (LogFixture empty = new LogFixture(LogOptions.defaults().withTimeAhead(Duration.ofMinutes(1)))) {
            Instant now = Instant.now();
            empty.append(at(now.minusSeconds(10), "0"), at(now, "1"), at(now.plusSeconds(10), "2"));
            TrackingToken token = token(empty.engine.tokenAt(now.minusSeconds(5), null));
            var stream = empty.engine.stream(StreamingCondition.startingFrom(token), null);
            assertThat(payloads(all(stream))).containsExactly("1", "2");
            stream.close();
        }
    }

    @Test
    void tokenAtReturnsHeadTokenWhenThereAreNoEventsAfterTheGivenAt() {
        fixture.append(our("0"), our("1"), our("2"));
        assertThat(token(engine.tokenAt(Instant.now().plus(Duration.ofDays(1)), null)))
                .isEqualTo(token(engine.latestToken(null)));
    }

    @Nested
    class Peek {

        @Test
        void returnsMarkerWhenNoEventsMatchCriteria() {
            fixture.append(other("0"));
            assertThat(source(ours).peek())
                    .hasValueSatisfying(e -> assertThat(isMarker(e)).isTrue());
        }

        @Test
        void returnsFirstEventWithoutAdvancing() {
            var first = our("1");
            fixture.append(first, our("2"));
            var stream = source(ours);
            assertSame(stream.peek().orElseThrow(), first);
            assertSame(stream.peek().orElseThrow(), first);
        }

        @Test
        void doesNotAdvanceStream() {
            var first = our("1");
            fixture.append(first);
            var stream = source(ours);
            assertSame(stream.peek().orElseThrow(), first);
            assertSame(stream.next().orElseThrow(), first);
        }

        @Test
        void returnsMarkerWhenNoEvents() {
            assertThat(source(ours).peek())
                    .hasValueSatisfying(e -> assertThat(isMarker(e)).isTrue());
        }

        @Test
        void returnsEmptyAfterConsumingAll() {
            fixture.append(our("1"));
            var stream = source(ours);
            stream.next();
            stream.next();
            assertThat(stream.peek()).isEmpty();
        }
    }

    private TaggedEventMessage<EventMessage> our(String text) {
        return event(text, ours);
    }

    private TaggedEventMessage<EventMessage> other(String text) {
        return event(text, others);
    }

    private TaggedEventMessage<EventMessage> at(Instant time, String text) {
        return event(LogFixture.TYPE, text, Map.of(), time, ours);
    }

    private MessageStream<EventMessage> source(String tag) {
        EventCriteria criteria = having(tag);
        return engine.source(SourcingCondition.conditionFor(criteria), null);
    }

    private static Entry<EventMessage> next(MessageStream<EventMessage> stream) {
        return stream.next().orElseThrow();
    }

    /** What the stream has now. */
    private static List<Entry<EventMessage>> all(MessageStream<EventMessage> stream) {
        List<Entry<EventMessage>> entries = new ArrayList<>();
        while (stream.hasNextAvailable()) {
            entries.add(next(stream));
        }
        return entries;
    }

    private static List<Object> payloads(List<Entry<EventMessage>> entries) {
        return entries.stream()
                .filter(entry -> !isMarker(entry))
                .<Object>map(entry -> entry.message().payload())
                .toList();
    }

    private static boolean isMarker(Entry<EventMessage> entry) {
        boolean terminal = entry.message().equals(TerminalEventMessage.INSTANCE);
        assertThat(entry.getResource(ConsistencyMarker.RESOURCE_KEY) != null).isEqualTo(terminal);
        return terminal;
    }

    private static ConsistencyMarker marker(Entry<EventMessage> entry) {
        return entry.getResource(ConsistencyMarker.RESOURCE_KEY);
    }

    private static TrackingToken token(CompletableFuture<TrackingToken> token) {
        return token.join();
    }

    private static Throwable cause(CompletableFuture<?> failed) {
        return failed.handle((_, e) -> e instanceof CompletionException ? e.getCause() : e)
                .join();
    }

    private static void assertSame(Entry<EventMessage> actual, TaggedEventMessage<EventMessage> expected) {
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
