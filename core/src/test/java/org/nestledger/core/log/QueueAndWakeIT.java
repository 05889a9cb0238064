package org.nestledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.nestledger.core.log.LogFixture.event;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nestledger.core.testing.TestDatabase;

class QueueAndWakeIT {

    private static final AppendCondition NONE = AppendCondition.none();

    private final LogFixture fixture = new LogFixture(LogOptions.defaults().withQueueCapacity(5));

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aFullQueueRefusesWithoutLosingWhatItTook() {
        List<CompletableFuture<Long>> results = new ArrayList<>();
        try (var _ = new HeldHead(fixture.database)) {
            results.add(fixture.appending(NONE, event("0")));
            await().until(() -> isSomebodyWaiting(fixture.database));
            for (int i = 1; i <= 8; i++) {
                results.add(fixture.appending(NONE, event(Integer.toString(i))));
            }
            for (int i = 6; i <= 8; i++) {
                var refused = results.get(i);
                assertThatThrownBy(() -> LogFixture.get(refused)).isInstanceOf(LogBusyException.class);
            }
        }
        results.subList(0, 6).forEach(LogFixture::get);
        assertThat(fixture.texts()).containsExactly("0", "1", "2", "3", "4", "5");
        fixture.append(event("9"));
    }

    @Test
    void closingWritesWhatWaitsAndRefusesWhatComesLater() {
        List<CompletableFuture<Long>> waiting = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            waiting.add(fixture.appending(NONE, event(Integer.toString(i))));
        }
        fixture.log.close();
        waiting.forEach(LogFixture::get);
        assertThatThrownBy(() -> fixture.append(event("late")))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("closed");
        assertThat(fixture.texts()).hasSize(5);
    }

    @Test
    void closingAFullQueueWritesAllThatItTook() {
        List<CompletableFuture<Long>> taken = new ArrayList<>();
        try (var _ = new HeldHead(fixture.database)) {
            taken.add(fixture.appending(NONE, event("0")));
            await().until(() -> isSomebodyWaiting(fixture.database));
            for (int i = 1; i <= 5; i++) {
                taken.add(fixture.appending(NONE, event(Integer.toString(i))));
            }
            assertThat(fixture.log.waiting()).isEqualTo(5);
        }
        fixture.log.close();
        taken.forEach(LogFixture::get);
        assertThat(fixture.texts()).containsExactly("0", "1", "2", "3", "4", "5");
    }

    @Test
    void appendsWakeThisProcessAndOthersUntilTheyStopListening() throws Exception {
        AtomicInteger here = new AtomicInteger();
        AtomicInteger elsewhere = new AtomicInteger();
        // nothing but the notification can tell another process so soon
        LogOptions hardlyPolling = new LogOptions(
                10,
                10,
                Duration.ofSeconds(5),
                Duration.ofMinutes(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(15),
                100,
                1);
        try (PostgresEventLog other = fixture.open(hardlyPolling)) {
            AutoCloseable registration = fixture.log.onAppend(here::incrementAndGet);
            AutoCloseable second = other.onAppend(elsewhere::incrementAndGet);
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                fixture.append(event("one"));
                return here.get() > 0 && elsewhere.get() > 0;
            });
            registration.close();
            second.close();
            await().pollDelay(Duration.ofMillis(300)).until(() -> true);
            int before = here.get() + elsewhere.get();
            fixture.append(event("two"));
            await().pollDelay(Duration.ofMillis(300)).until(() -> true);
            assertThat(here.get() + elsewhere.get()).isEqualTo(before);
        }
    }

    @Test
    void aCallbackThatFailsDisturbsNobody() {
        AtomicInteger calls = new AtomicInteger();
        fixture.log.onAppend(() -> {
            throw new IllegalStateException("a broken callback");
        });
        fixture.log.onAppend(calls::incrementAndGet);
        fixture.append(event("one"));
        await().until(() -> calls.get() > 0);
        fixture.append(event("two"));
    }

    @Test
    void aFollowerOfAnotherProcessGetsWhatIsAppendedEvenWhenItsConnectionsWereKilled() throws Exception {
        try (PostgresEventLog other = fixture.open(LogOptions.defaults())) {
            List<Object> seen = new ArrayList<>();
            MessageStream<EventMessage> stream =
                    new PostgresEventStorageEngine(other).stream(StreamingCondition.startingFrom(null), null);
            stream.setCallback(() -> {
                synchronized (seen) {
                    stream.next().ifPresent(entry -> seen.add(entry.message().payload()));
                }
            });
            fixture.append(event("one"));
            await().atMost(Duration.ofSeconds(2)).until(() -> seen.contains("one"));
            fixture.database.killConnections();
            fixture.append(event("two"));
            await().atMost(Duration.ofSeconds(5)).until(() -> seen.contains("two"));
        }
    }

    @Test
    void workAttachedToACommitMayAppendAgain() {
        CompletableFuture<Long> second =
                fixture.appending(NONE, event("one")).thenApply(_ -> fixture.append(event("two")));
        assertThat(LogFixture.get(second)).isEqualTo(2);
    }

    private static boolean isSomebodyWaiting(TestDatabase database) throws SQLException {
        try (Connection connection = database.unpooled().getConnection();
                Statement statement = connection.createStatement();
                ResultSet waiting = statement.executeQuery("select exists (select from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock')")) {
            return waiting.next() && waiting.getBoolean(1);
        }
    }
}
