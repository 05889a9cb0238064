package org.nestledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.nestledger.core.log.LogFixture.having;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The cases of the framework's suite that are about appending under a condition. */
class StorageEngineAppendingIT extends StorageEngineSuite {

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
}
