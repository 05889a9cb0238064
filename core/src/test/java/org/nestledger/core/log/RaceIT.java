package org.nestledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.log.LogFixture.event;
import static org.nestledger.core.log.LogFixture.having;
import static org.nestledger.core.log.LogFixture.nothingAfter;
import static org.nestledger.core.log.LogFixture.ofCommand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RaceIT {

    private final LogFixture fixture = new LogFixture();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        threads.shutdownNow();
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 32})
    void ofManyDecidersOnOneBoundaryExactlyOneWinsPerPosition(int deciders) throws Exception {
        for (int round = 0; round < 50; round++) {
            long marker = fixture.log.head();
            List<Future<Boolean>> attempts = new ArrayList<>();
            for (int i = 0; i < deciders; i++) {
                attempts.add(threads.submit(() -> tries(fixture.engine, marker, "zone:z")));
            }
            int won = 0;
            for (Future<Boolean> attempt : attempts) {
                won += attempt.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
            assertThat(fixture.log.head()).isEqualTo(marker + 1);
        }
    }

    @Test
    void disjointBoundariesNeverConflict() throws Exception {
        onEach(16, thread -> {
            for (int i = 0; i < 50; i++) {
                String tag = "project:" + thread;
                assertThat(tries(fixture.engine, sourcedHead(fixture.engine, having(tag)), tag))
                        .isTrue();
            }
        });
        assertThat(fixture.log.head()).isEqualTo(16 * 50);
    }

    @Test
    void twoLogsOnOneDatabaseCompeteWithoutViolationAndNeitherStarves() throws Exception {
        Map<Integer, Integer> wins = new HashMap<>();
        try (PostgresEventLog second = fixture.open(LogOptions.defaults())) {
            List<PostgresEventStorageEngine> engines = List.of(fixture.engine, new PostgresEventStorageEngine(second));
            onEach(8, thread -> {
                PostgresEventStorageEngine engine = engines.get(thread % 2);
                for (int i = 0; i < 60; i++) {
                    String tag = "project:" + i % 3;
                    if (tries(engine, sourcedHead(engine, having(tag)), tag)) {
                        synchronized (wins) {
                            wins.merge(thread % 2, 1, Integer::sum);
                        }
                    }
                }
            });
        }
        assertNoEventIgnoredAMatchingOneAfterItsMarker();
        assertThat(wins.get(0) + wins.get(1)).isEqualTo((int) fixture.log.head());
        assertThat(wins.values()).allMatch(count -> count > 20);
    }

    @Test
    void oneCommandSentManyTimesIsExecutedOnce() throws Exception {
        try (PostgresEventLog second = fixture.open(LogOptions.defaults())) {
            List<PostgresEventStorageEngine> engines = List.of(fixture.engine, new PostgresEventStorageEngine(second));
            onEach(8, thread -> {
                for (int i = 0; i < 20; i++) {
                    String id = "command " + i;
                    try {
                        LogFixture.get(LogFixture.appending(
                                engines.get(thread % 2),
                                AppendCondition.none(),
                                ofCommand(id, "text " + i),
                                ofCommand(id, "text " + i)));
                    } catch (DuplicateCommandException e) {
                        assertThat(e.receipt().commandId()).isEqualTo(id);
                        assertThat(e.receipt().lastPosition())
                                .isEqualTo(e.receipt().firstPosition() + 1);
                        assertThat(e.receipt().commandHash()).isEqualTo("hash of text " + i);
                    }
                }
            });
        }
        assertThat(fixture.texts()).hasSize(40);
        for (int i = 0; i < 20; i++) {
            CommandReceipt receipt = fixture.log.command("command " + i).orElseThrow();
            assertThat(fixture.texts().subList((int) receipt.firstPosition() - 1, (int) receipt.lastPosition()))
                    .containsExactly("text " + i, "text " + i);
        }
    }

    @Test
    void parallelReadersSeeTheSameDensePositions() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        List<Future<List<String>>> readers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            readers.add(threads.submit(() -> follow(writing)));
        }
        onEach(8, thread -> {
            for (int i = 0; i < 60; i++) {
                fixture.append(event(thread + "/" + i, "t:" + thread), event(thread + "/" + i + "b"));
            }
        });
        writing.set(false);
        for (Future<List<String>> reader : readers) {
            assertThat(reader.get()).hasSize(960).isEqualTo(fixture.texts());
        }
    }

    private List<String> follow(AtomicBoolean writing) {
        List<String> seen = new ArrayList<>();
        boolean last = false;
        while (!last) {
            last = !writing.get();
            for (RecordedEvent event : fixture.log.read(seen.size(), 1_000)) {
                seen.add((String) event.payload());
                assertThat(event.position()).isEqualTo(seen.size());
            }
        }
        return seen;
    }

    /** Whether the append won; its text tells the marker that it was decided on. */
    private static boolean tries(PostgresEventStorageEngine engine, long marker, String tag) {
        try {
            LogFixture.get(LogFixture.appending(engine, nothingAfter(marker, tag), event(Long.toString(marker), tag)));
            return true;
        } catch (AppendEventsTransactionRejectedException e) {
            return false;
        }
    }

    private void assertNoEventIgnoredAMatchingOneAfterItsMarker() {
        Map<String, Long> last = new HashMap<>();
        for (RecordedEvent event : fixture.log.read(0, 100_000)) {
            String tag = event.tags().getFirst();
            assertThat(last.getOrDefault(tag, 0L)).isLessThanOrEqualTo(Long.parseLong((String) event.payload()));
            last.put(tag, event.position());
        }
    }

    private static long sourcedHead(PostgresEventStorageEngine engine, EventCriteria criteria) {
        var stream = engine.source(SourcingCondition.conditionFor(criteria), null);
        var entry = stream.next().orElseThrow();
        while (stream.hasNextAvailable()) {
            entry = stream.next().orElseThrow();
        }
        return GlobalIndexConsistencyMarker.position(entry.getResource(ConsistencyMarker.RESOURCE_KEY));
    }

    private interface Work {

        void run(int thread) throws Exception;
    }

    private void onEach(int count, Work work) throws InterruptedException, ExecutionException {
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int thread = i;
            tasks.add(() -> {
                work.run(thread);
                return null;
            });
        }
        for (Future<Void> done : threads.invokeAll(tasks)) {
            done.get();
        }
    }
}
