package org.nestledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.nestledger.core.log.LogFixture.having;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageStream.Entry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The cases of the framework's suite that are about sourcing. */
class StorageEngineSourcingIT extends StorageEngineSuite {

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
            assertThat(entries.subList(0, entries.size() - 1)).noneMatch(StorageEngineSuite::isMarker);
            assertThat(entries.getLast()).matches(StorageEngineSuite::isMarker);
        }
    }

    @Test
    void sourcingEventsReturnsConsistencyMarkerAsSoleMessageWhenNoEventsInTheStoreForFlux() {
        assertThat(all(source(ours))).singleElement().matches(StorageEngineSuite::isMarker);
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
        assertThat(seen).singleElement().matches(StorageEngineSuite::isMarker);
    }

    @Test
    void sourcingEventsReturnsConsistencyMarkerAsSoleMessageAndCompletesWhenNoEventsInTheStore() {
        AtomicBoolean completed = new AtomicBoolean();
        MessageStream<EventMessage> stream = source(ours).onComplete(() -> completed.set(true));
        await().atMost(Duration.ofMillis(500)).until(stream::hasNextAvailable);
        assertThat(stream.next()).hasValueSatisfying(entry -> assertThat(entry).matches(StorageEngineSuite::isMarker));
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
}
