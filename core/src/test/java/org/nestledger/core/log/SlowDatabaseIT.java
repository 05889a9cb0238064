package org.nestledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.nestledger.core.log.LogFixture.event;
import static org.nestledger.core.log.LogFixture.ofCommand;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A database that is there but does not get on: everybody is answered in time, and what is given again is written once. */
class SlowDatabaseIT {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int MANY = 20;

    private final LogFixture fixture = new LogFixture();
    private final HikariDataSource pool = new HikariDataSource();
    private PostgresEventLog log;
    private PostgresEventStorageEngine engine;

    private void open(int statementMillis, LogOptions options) {
        pool.setDataSource(fixture.database.unpooled());
        pool.setConnectionInitSql("set statement_timeout = " + statementMillis);
        log = new PostgresEventLog(pool, new TextCodec(), Clock.systemUTC(), options);
        engine = new PostgresEventStorageEngine(log);
        append(event("first"));
    }

    @AfterEach
    void close() {
        log.close();
        pool.close();
        fixture.close();
    }

    @Test
    void aReadingThatTakesTooLongIsNotToldAsADatabaseThatIsAway() throws Exception {
        open(300, LogOptions.defaults());
        try (Connection holder = fixture.database.unpooled().getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table log.event in access exclusive mode");
            assertThatThrownBy(() -> log.read(0, 10))
                    .isInstanceOf(EventStoreException.class)
                    .hasMessageContaining("the log cannot be read: ")
                    .hasMessageContaining("statement timeout");
        }
    }

    @Test
    void aBatchThatTakesTooLongIsGivenUpAsAWhole() throws Exception {
        open(500, LogOptions.defaults());
        List<CompletableFuture<Long>> waiting = new ArrayList<>();
        long begun = System.nanoTime();
        try (var _ = new HeldHead(fixture.database)) {
            for (int i = 0; i < MANY; i++) {
                waiting.add(appending(ofCommand("c" + i, "text " + i)));
            }
            for (CompletableFuture<Long> each : waiting) {
                assertThatThrownBy(() -> LogFixture.get(each))
                        .isInstanceOf(EventStoreException.class)
                        .hasMessageContaining("too slow, nothing was written");
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .as("one after the other they would have taken %d times as long", MANY)
                .isLessThan(Duration.ofSeconds(5));
        for (int i = 0; i < MANY; i++) {
            assertThat(append(ofCommand("c" + i, "text " + i))).isEqualTo(i + 2);
        }
        assertThat(log.head()).isEqualTo(MANY + 1);
    }

    @Test
    void whoHasWaitedLongForTheWriterIsToldThatItIsBusy() throws Exception {
        open(60_000, LogOptions.defaults().withDatabaseTimeout(SECOND).withOutcomePatience(SECOND));
        CompletableFuture<Long> lost;
        List<CompletableFuture<Long>> waiting = new ArrayList<>();
        long begun = System.nanoTime();
        try (var _ = new HeldHead(fixture.database)) {
            lost = appending(ofCommand("lost", "lost"));
            await().until(() -> log.waiting() == 0);
            for (int i = 0; i < MANY; i++) {
                waiting.add(appending(ofCommand("c" + i, "text " + i)));
            }
            assertThatThrownBy(() -> LogFixture.get(lost)).hasMessageContaining("is not known");
            for (CompletableFuture<Long> each : waiting) {
                assertThatThrownBy(() -> LogFixture.get(each)).isInstanceOf(LogBusyException.class);
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        for (int i = 0; i < MANY; i++) {
            append(ofCommand("c" + i, "text " + i));
        }
        try {
            append(ofCommand("lost", "lost"));
        } catch (DuplicateCommandException written) {
            assertThat(written.receipt().firstPosition()).isEqualTo(2);
        }
        assertThat(fixture.texts()).hasSize(MANY + 2).doesNotHaveDuplicates();
    }

    @Test
    void aReadThatTakesTooLongFails() throws Exception {
        open(300, LogOptions.defaults());
        try (var connection = fixture.database.unpooled().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table log.event in access exclusive mode");
            assertThatThrownBy(() -> log.read(0, 10))
                    .isInstanceOf(EventStoreException.class)
                    .hasMessageContaining("statement timeout");
            connection.rollback();
        }
        assertThat(log.read(0, 10)).hasSize(1);
    }

    @Test
    void anAppendOfTooManyEventsOrBytesIsRefusedBeforeTheWriterSeesIt() {
        open(60_000, LogOptions.defaults());
        TaggedEventMessage<?>[] many = new TaggedEventMessage<?>[LogOptions.EVENTS_PER_APPEND + 1];
        for (int i = 0; i < many.length; i++) {
            many[i] = event("text");
        }
        assertThatThrownBy(() -> append(many))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("an append of 5001 events is too large");
        TaggedEventMessage<?>[] large = new TaggedEventMessage<?>[LogOptions.BYTES_PER_APPEND / 60_000 + 1];
        for (int i = 0; i < large.length; i++) {
            large[i] = event("x".repeat(60_000));
        }
        assertThatThrownBy(() -> append(large))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("16777216 bytes is too large");
        assertThat(log.waiting()).isZero();
        assertThat(append(event("second"))).isEqualTo(2);
    }

    private CompletableFuture<Long> appending(TaggedEventMessage<?>... events) {
        return LogFixture.appending(engine, AppendCondition.none(), events);
    }

    private long append(TaggedEventMessage<?>... events) {
        return LogFixture.get(appending(events));
    }
}
