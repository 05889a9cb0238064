package org.nestledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.nestledger.core.log.LogFixture.event;
import static org.nestledger.core.log.LogFixture.nothingAfter;
import static org.nestledger.core.log.LogFixture.ofCommand;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with an item in the middle of a batch, the items around it are written, in this one batch. */
class BadItemsInABatchIT {

    private static final AppendCondition NONE = AppendCondition.none();
    private static final int AROUND = 20;
    private static final String WAITS = "select exists (select from pg_stat_activity"
            + " where datname = current_database() and wait_event_type = 'Lock')";

    private final LogFixture fixture = new LogFixture();
    private final List<Integer> batches = new CopyOnWriteArrayList<>();
    private final PostgresEventLog log = new PostgresEventLog(
            fixture.database.unpooled(), new TextCodec(), Clock.systemUTC(), LogOptions.defaults(), new LogMeter() {
                @Override
                public void written(int appends, int events, long nanos) {
                    batches.add(appends);
                }
            });
    private final PostgresEventStorageEngine engine = new PostgresEventStorageEngine(log);
    private final List<CompletableFuture<Long>> good = new ArrayList<>();

    @AfterEach
    void close() {
        log.close();
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"oversized", "undecodable", "conflicting", "conflicting in the batch", "early", "repeated"})
    void aBadItem(String kind) {
        fixture.append(ofCommand("known", "first", "a:1"));
        Class<? extends Exception> expected = switch (kind) {
            case "oversized", "undecodable" -> IllegalArgumentException.class;
            case "early" -> EventStoreException.class;
            case "repeated" -> DuplicateCommandException.class;
            default -> AppendEventsTransactionRejectedException.class;
        };
        CompletableFuture<Long> bad = aroundThatOf(kind);
        assertThatThrownBy(() -> LogFixture.get(bad)).isInstanceOf(expected);
        assertThat(good.stream().map(LogFixture::get))
                .containsExactlyElementsOf(IntStream.rangeClosed(2, AROUND + 2)
                        .mapToObj(Long::valueOf)
                        .toList());
        assertThat(batches).containsExactly(1, AROUND);
        assertThat(fixture.log.head()).isEqualTo(AROUND + 2);
    }

    @Test
    void manyBadItemsOfEveryKindAtOnce() {
        fixture.append(ofCommand("known", "first", "a:1"));
        List<CompletableFuture<Long>> bad = new ArrayList<>();
        try (var _ = heldByAnother()) {
            for (int i = 0; i < AROUND; i++) {
                good.add(append(NONE, event("good " + i, "b:" + i)));
                for (String kind : List.of("oversized", "undecodable", "conflicting", "early", "repeated")) {
                    bad.add(bad(kind));
                }
            }
        }
        good.forEach(LogFixture::get);
        assertThat(bad).allSatisfy(item -> assertThatThrownBy(() -> LogFixture.get(item)));
        assertThat(batches).containsExactly(1, AROUND);
        assertThat(fixture.texts()).hasSize(AROUND + 2).noneMatch(text -> text.startsWith("bad"));
    }

    private CompletableFuture<Long> aroundThatOf(String kind) {
        try (var _ = heldByAnother()) {
            for (int i = 0; i < AROUND / 2; i++) {
                good.add(append(NONE, event("good " + i, "b:1")));
            }
            CompletableFuture<Long> bad = bad(kind);
            for (int i = 0; i < AROUND / 2; i++) {
                good.add(append(NONE, event("good " + i, "b:2")));
            }
            return bad;
        }
    }

    /** The head is locked, and the writer waits for it with one item: what comes now will be one batch. */
    private HeldHead heldByAnother() {
        HeldHead held = new HeldHead(fixture.database);
        good.add(append(NONE, event("alone", "c:1")));
        await().until(() -> fixture.select(Boolean.class, WAITS).getFirst());
        return held;
    }

    private CompletableFuture<Long> bad(String kind) {
        return switch (kind) {
            case "oversized" -> append(NONE, event("x".repeat(70_000), "d:1"));
            case "undecodable" -> append(NONE, event("unknownType", "bad", Map.of(), Instant.now(), "d:1"));
            case "conflicting" -> append(nothingAfter(0, "a:1"), event("bad", "d:1"));
            case "conflicting in the batch" -> append(nothingAfter(1, "b:1"), event("bad", "d:1"));
            case "early" ->
                append(
                        NONE,
                        event(LogFixture.TYPE, "bad", Map.of(), Instant.now().plusSeconds(60), "d:1"));
            case "repeated" -> append(NONE, ofCommand("known", "bad", "d:1"));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private CompletableFuture<Long> append(AppendCondition condition, TaggedEventMessage<?>... events) {
        return LogFixture.appending(engine, condition, events);
    }
}
