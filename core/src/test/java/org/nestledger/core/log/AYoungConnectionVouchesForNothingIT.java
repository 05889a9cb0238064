package org.nestledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.nestledger.core.log.LogFixture.appending;
import static org.nestledger.core.log.LogFixture.event;
import static org.nestledger.core.log.LogFixture.get;
import static org.nestledger.core.log.LogFixture.nothingAfter;

import java.nio.file.Path;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was seen of a server before it crashed is not made true by what the next one has on its disk. */
@Timeout(60)
class AYoungConnectionVouchesForNothingIT {

    @TempDir
    private Path directory;

    private MortalServer server;

    @BeforeEach
    void start() throws Exception {
        server = new MortalServer(directory);
    }

    @AfterEach
    void end() throws Exception {
        server.close();
    }

    @Test
    void aBatchIsWrittenAgainWhoseServerDiedBeforeAnybodyHeardOfIt() throws Exception {
        HeldStatement tells = HeldStatement.before(server.source(), "pg_notify");
        HeldStatement written = HeldStatement.afterwards(tells.dataSource(), "append_batch");
        try (PostgresEventLog log = MortalServer.open(written.dataSource())) {
            PostgresEventStorageEngine engine = new PostgresEventStorageEngine(log);
            assertThat(append(engine, "one")).isEqualTo(1);
            tells.hold();
            assertThat(append(engine, "two")).isEqualTo(2);
            tells.awaitWaiting();
            written.hold();
            CompletableFuture<Long> three = appending(engine, AppendCondition.none(), event("three", "a:1"));
            written.awaitWaiting();
            server.die();
            assertThat(server.head()).isEqualTo(2);
            tells.fail();
            // so that whoever tells has lost its connection by the time that the batch is known
            TimeUnit.MILLISECONDS.sleep(300);
            written.release();
            assertThat(get(three)).isEqualTo(3);
            assertThat(MortalServer.texts(log)).containsExactly("one", "two", "three");
        }
    }

    @Test
    void aRefusalIsNotGivenForWhatTheNextServerDoesNotHave() throws Exception {
        HeldStatement disk = HeldStatement.disk(server.source());
        HeldStatement refused = HeldStatement.afterwards(server.source(), "append_batch");
        try (PostgresEventLog others = MortalServer.open(disk.dataSource());
                PostgresEventLog log = MortalServer.open(refused.dataSource(), LogOptions.defaults())) {
            PostgresEventStorageEngine theirs = new PostgresEventStorageEngine(others);
            PostgresEventStorageEngine engine = new PostgresEventStorageEngine(log);
            append(theirs, "one");
            append(theirs, "two");
            append(engine, "three");
            disk.hold();
            CompletableFuture<Long> undone = appending(theirs, AppendCondition.none(), event("theirs", "c:1"));
            await().until(() -> server.head() == 4);
            refused.hold();
            CompletableFuture<Long> ours = appending(engine, nothingAfter(0, "c:1"), event("ours", "c:1"));
            refused.awaitWaiting();
            disk.awaitWaiting();
            server.die();
            assertThat(server.head()).isEqualTo(3);
            refused.release();
            assertThatThrownBy(() -> get(ours))
                    .isInstanceOf(EventStoreException.class)
                    .hasMessageContaining("nothing was written");
            disk.fail();
            assertThat(get(undone)).isEqualTo(4);
        }
    }

    @Test
    void aRefusalIsGivenAlsoWhenThereIsNoConnectionLeftToWaitForTheDiskWith() throws Exception {
        AtomicInteger taken = new AtomicInteger();
        DataSource few = FaultyDataSource.proxy(DataSource.class, server.source(), (name, _, call) -> {
            if (name.equals("getConnection")
                    && Thread.currentThread().getName().equals("log-writer")
                    && taken.incrementAndGet() > 1) {
                throw new SQLTransientConnectionException("none is left");
            }
            return call.result();
        });
        try (PostgresEventLog log = MortalServer.open(few, LogOptions.defaults())) {
            PostgresEventStorageEngine engine = new PostgresEventStorageEngine(log);
            append(engine, "one");
            assertThat(get(appending(engine, AppendCondition.none(), event("two", "b:1"))))
                    .isEqualTo(2);
            CompletableFuture<Long> refused = appending(engine, nothingAfter(0, "a:1"), event("three", "a:1"));
            assertThatThrownBy(() -> refused.get(10, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(AppendEventsTransactionRejectedException.class);
            assertThat(append(engine, "three")).isEqualTo(3);
        }
    }

    @Test
    void whatWasReadBeforeIsNotToldBecauseAnotherEventIsThereNow() throws Exception {
        HeldStatement read = HeldStatement.afterwards(server.source(), "where e.position > ?");
        try (Writing writing = new Writing();
                PostgresEventLog reader = MortalServer.open(read.dataSource());
                PostgresEventLog others = MortalServer.open(server.source())) {
            read.hold();
            CompletableFuture<?> before = CompletableFuture.supplyAsync(() -> MortalServer.texts(reader));
            read.awaitWaiting();
            server.die();
            assertThat(append(new PostgresEventStorageEngine(others), "theirs")).isEqualTo(3);
            assertThat(reader.head()).isEqualTo(3);
            read.release();
            assertThatThrownBy(() -> get(before)).isInstanceOf(EventStoreException.class);
            assertThat(MortalServer.texts(reader)).containsExactly("one", "two", "theirs");
            assertThat(writing.again()).isEqualTo(4);
        }
    }

    @Test
    void whoListensIsToldOfTheSameHeadWhenItIsOfOtherEvents() throws Exception {
        FaultyDataSource network = new FaultyDataSource(server.source());
        AtomicInteger woken = new AtomicInteger();
        try (Writing writing = new Writing();
                PostgresEventLog others = MortalServer.open(server.source());
                HeadListener listener = new HeadListener(
                        network.dataSource(), LogOptions.defaults(), new Durable(), woken::incrementAndGet)) {
            listener.start();
            await().until(() -> woken.get() > 0);
            network.reachable(false);
            server.die();
            assertThat(append(new PostgresEventStorageEngine(others), "theirs")).isEqualTo(3);
            int before = woken.get();
            network.reachable(true);
            await().until(() -> woken.get() > before);
            assertThat(writing.again()).isEqualTo(4);
        }
    }

    /** Somebody else's log of two events, and a third that everybody sees but that the disk does not have. */
    private final class Writing implements AutoCloseable {

        private final HeldStatement disk = HeldStatement.disk(server.source());
        private final PostgresEventLog log = MortalServer.open(disk.dataSource());
        private final CompletableFuture<Long> three;

        Writing() throws Exception {
            PostgresEventStorageEngine engine = new PostgresEventStorageEngine(log);
            append(engine, "one");
            append(engine, "two");
            disk.hold();
            three = appending(engine, AppendCondition.none(), event("three", "a:1"));
            await().until(() -> server.head() == 3);
            disk.awaitWaiting();
        }

        /** Where the third event is once its writer has noticed that it was undone. */
        long again() {
            disk.fail();
            return get(three);
        }

        @Override
        public void close() {
            disk.release();
            log.close();
        }
    }

    private static long append(PostgresEventStorageEngine engine, String text) {
        return get(appending(engine, AppendCondition.none(), event(text, "a:1")));
    }
}
