package org.nestledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.nestledger.core.log.LogFixture.appending;
import static org.nestledger.core.log.LogFixture.event;
import static org.nestledger.core.log.LogFixture.get;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.awaitility.core.ConditionFactory;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The threads of a log serve everybody, so that nothing that one caller does or meets may end them. */
@Timeout(60)
class ErrorsEndNoThreadOfTheLogIT {

    private final LogFixture fixture = new LogFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aNotificationOfWhateverTextDoesNotEndListening() throws Exception {
        try (PostgresEventLog other = fixture.open(LogOptions.defaults())) {
            AtomicInteger woken = new AtomicInteger();
            AutoCloseable registered = other.onAppend(woken::incrementAndGet);
            fixture.append(event("one"));
            waiting().until(() -> woken.get() > 0);
            notifyWith("no number");
            TimeUnit.MILLISECONDS.sleep(300);
            int before = woken.get();
            fixture.append(event("two"));
            waiting().until(() -> woken.get() > before);
            registered.close();
        }
    }

    @Test
    void anErrorOfACallbackDoesNotEndTheOthers() throws Exception {
        AtomicBoolean failed = new AtomicBoolean();
        AtomicInteger calls = new AtomicInteger();
        try (AutoCloseable _ = fixture.log.onAppend(() -> failOnce(failed));
                AutoCloseable _ = fixture.log.onAppend(calls::incrementAndGet)) {
            fixture.append(event("one"));
            waiting().until(failed::get);
            TimeUnit.MILLISECONDS.sleep(300);
            int before = calls.get();
            fixture.append(event("two"));
            waiting().until(() -> calls.get() > before);
        }
    }

    @Test
    void anErrorWhileTheWriterFindsOutWhatIsWrittenIsAnUnknownOutcomeAndNoMore() throws Exception {
        AtomicBoolean fails = new AtomicBoolean();
        HeldStatement disk = HeldStatement.disk(fixture.database.unpooled());
        DataSource source = FaultyDataSource.proxy(DataSource.class, disk.dataSource(), (name, _, call) -> {
            Object result = call.result();
            return name.equals("getConnection") ? failing((Connection) result, fails) : result;
        });
        LogOptions options = LogOptions.defaults().withFlushedTogether(1);
        try (PostgresEventLog log = new PostgresEventLog(source, new TextCodec(), Clock.systemUTC(), options)) {
            PostgresEventStorageEngine engine = new PostgresEventStorageEngine(log);
            get(append(engine, "one"));
            get(append(engine, "two"));
            disk.hold();
            CompletableFuture<Long> three = append(engine, "three");
            disk.awaitWaiting();
            fails.set(true);
            disk.fail();
            assertThat(three)
                    .failsWithin(Duration.ofSeconds(20))
                    .withThrowableOfType(ExecutionException.class)
                    .havingCause()
                    .isInstanceOf(EventStoreException.class)
                    .withMessageContaining("is not known");
            assertThat(append(engine, "four")).succeedsWithin(Duration.ofSeconds(20));
        }
    }

    private static void failOnce(AtomicBoolean failed) {
        if (failed.compareAndSet(false, true)) {
            throw new NoClassDefFoundError("for a moment");
        }
    }

    private static Connection failing(Connection connection, AtomicBoolean fails) {
        return FaultyDataSource.proxy(Connection.class, connection, (name, arguments, call) -> {
            Object result = call.result();
            if (name.equals("prepareStatement")
                    && ((String) arguments[0]).startsWith("select leaf from log.event")
                    && fails.compareAndSet(true, false)) {
                ((PreparedStatement) result).close();
                throw new NoClassDefFoundError("for a moment");
            }
            return result;
        });
    }

    private void notifyWith(String text) throws Exception {
        try (Connection connection = fixture.database.unpooled().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("notify nest_ledger_log, '" + text + "'");
        }
    }

    private static CompletableFuture<Long> append(PostgresEventStorageEngine engine, String text) {
        return appending(engine, AppendCondition.none(), event(text));
    }

    /** The thread that ends would fail the test by itself. */
    private static ConditionFactory waiting() {
        return await().dontCatchUncaughtExceptions();
    }
}
