package org.nestledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.nestledger.core.log.LogFixture.event;
import static org.nestledger.core.log.LogFixture.having;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.junit.jupiter.api.Test;

/** The cases of the framework's suite that are about streaming and tokens. */
class StorageEngineStreamingIT extends StorageEngineSuite {

    @Test
    void beforeAll_tokensOfAnEmptyStoreCoverEachOther() {
        try (LogFixture empty = new LogFixture()) {
            TrackingToken first = token(empty.engine.firstToken(null));
            TrackingToken latest = token(empty.engine.latestToken(null));
            assertThat(first.covers(latest) && latest.covers(first)).isTrue();
        }
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
}
