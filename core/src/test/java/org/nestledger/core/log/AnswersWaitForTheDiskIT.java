package org.nestledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.nestledger.core.log.LogFixture.event;
import static org.nestledger.core.log.LogFixture.get;
import static org.nestledger.core.log.LogFixture.having;
import static org.nestledger.core.log.LogFixture.nothingAfter;
import static org.nestledger.core.log.LogFixture.ofCommand;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Batches that are written while those before them are not on disk yet. */
class AnswersWaitForTheDiskIT {

    private final LogFixture fixture = new LogFixture();
    private final HeldStatement disk = HeldStatement.disk(fixture.database.unpooled());
    private final PostgresEventLog log = new PostgresEventLog(
            disk.dataSource(),
            new TextCodec(),
            Clock.systemUTC(),
            LogOptions.defaults().withFlushedTogether(1));
    private final PostgresEventStorageEngine engine = new PostgresEventStorageEngine(log);

    @BeforeEach
    void begin() {
        // The first batch connects, and is therefore on disk when it is written.
        assertThat(get(appending(event("one", "a:1")))).isEqualTo(1);
        disk.hold();
    }

    @AfterEach
    void close() {
        disk.release();
        log.close();
        fixture.close();
    }

    @Test
    void anAnswerIsGivenWhenTheDiskHasItWhileTheNextBatchesAreWritten() {
        List<CompletableFuture<Long>> appended = new ArrayList<>();
        for (int i = 2; i <= 5; i++) {
            appended.add(appending(event("event " + i, "a:" + i)));
            awaitWritten(i);
        }
        assertThat(appended).noneMatch(CompletableFuture::isDone);
        disk.release();
        assertThat(appended.stream().map(LogFixture::get)).containsExactly(2L, 3L, 4L, 5L);
        assertThat(fixture.texts()).containsExactly("one", "event 2", "event 3", "event 4", "event 5");
    }

    @Test
    void whatIsNotOnDiskIsNotToldFromMemoryButConflicts() {
        CompletableFuture<Long> two = appending(event("two", "a:1"));
        awaitWritten(2);
        assertThat(log.remembered(new Criteria(having("a:1")), 1)).isEqualTo(new Reading(1, List.of()));
        CompletableFuture<Long> refused = appending(nothingAfter(1, "a:1"), event("three", "a:1"));
        CompletableFuture<Long> other = appending(nothingAfter(1, "a:2"), event("other", "a:2"));
        awaitWritten(3);
        assertThat(List.of(two, refused, other)).noneMatch(CompletableFuture::isDone);
        disk.release();
        assertThatThrownBy(() -> get(refused)).isInstanceOf(AppendEventsTransactionRejectedException.class);
        assertThat(get(two)).isEqualTo(2);
        assertThat(get(other)).isEqualTo(3);
        assertThat(log.remembered(new Criteria(having("a:1")), 1).events()).hasSize(1);
    }

    @Test
    void aCommandThatIsRepeatedMeanwhileIsAnsweredWithItsReceiptThen() {
        CompletableFuture<Long> first = appending(ofCommand("c", "two", "a:1"));
        awaitWritten(2);
        CompletableFuture<Long> repeated = appending(ofCommand("c", "two", "a:1"));
        assertThat(log.justExecuted("c")).isEmpty();
        disk.release();
        assertThat(get(first)).isEqualTo(2);
        assertThatThrownBy(() -> get(repeated)).isInstanceOf(DuplicateCommandException.class);
        assertThat(log.justExecuted("c").orElseThrow().firstPosition()).isEqualTo(2);
        assertThat(fixture.texts()).containsExactly("one", "two");
    }

    @Test
    void whenTheConnectionThatWaitsForTheDiskBreaksEachBatchIsStillWrittenOnce() throws Exception {
        List<CompletableFuture<Long>> appended = IntStream.rangeClosed(2, 40)
                .mapToObj(i -> appending(ofCommand("c" + i, "event " + i, "a:" + i)))
                .toList();
        disk.awaitWaiting();
        disk.fail();
        assertThat(appended.stream().map(LogFixture::get))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(2, 40).mapToObj(Long::valueOf).toList());
        assertThat(fixture.texts()).hasSize(40).doesNotHaveDuplicates();
        assertThat(get(appending(nothingAfter(40, "a:2"), event("last", "a:2"))))
                .isEqualTo(41);
    }

    @Test
    void whenThatConnectionBreaksOtherProcessesAreToldOfTheBatchesNevertheless() throws Exception {
        try (Connection listening = fixture.database.unpooled().getConnection();
                Statement statement = listening.createStatement()) {
            statement.execute("listen nest_ledger_log");
            CompletableFuture<Long> two = appending(event("two", "a:1"));
            disk.awaitWaiting();
            disk.fail();
            assertThat(get(two)).isEqualTo(2);
            assertThat(listening.unwrap(PGConnection.class).getNotifications(5_000))
                    .extracting(PGNotification::getParameter)
                    .contains("2");
        }
    }

    @Test
    void whatOthersAppendMeanwhileIsNotTakenForWhatIsOnDiskHere() {
        CompletableFuture<Long> two = appending(event("two", "a:1"));
        awaitWritten(2);
        fixture.append(event("theirs", "b:1"));
        CompletableFuture<Long> refused = appending(nothingAfter(1, "b:1"), event("ours", "b:1"));
        await().pollDelay(Duration.ofMillis(500)).until(() -> !refused.isDone());
        disk.release();
        assertThat(get(two)).isEqualTo(2);
        assertThatThrownBy(() -> get(refused)).isInstanceOf(AppendEventsTransactionRejectedException.class);

        fixture.database.killConnections();

        await().ignoreExceptions().until(() -> get(appending(event("four", "a:1"))) == 4);
        assertThat(log.wentBack()).isFalse();
    }

    @Test
    void closingWaitsForTheDisk() throws Exception {
        CompletableFuture<Long> two = appending(event("two", "a:1"));
        awaitWritten(2);
        Thread closing = Thread.ofPlatform().start(log::close);
        disk.awaitWaiting();
        assertThat(two).isNotDone();
        disk.release();
        closing.join();
        assertThat(get(two)).isEqualTo(2);
    }

    @Test
    void closingFindsOutWhatIsWrittenWhenTheConnectionThatWaitsBreaks() throws Exception {
        CompletableFuture<Long> two = appending(event("two", "a:1"));
        disk.awaitWaiting();
        Thread closing = Thread.ofPlatform().start(log::close);
        assertThat(closing.join(Duration.ofMillis(300))).isFalse();
        disk.fail();
        closing.join();
        assertThat(get(two)).isEqualTo(2);
    }

    @Test
    void closingWaitsForItAlsoWhenWhoeverClosesIsInterrupted() throws Exception {
        CompletableFuture<Long> two = appending(event("two", "a:1"));
        awaitWritten(2);
        AtomicBoolean stillInterrupted = new AtomicBoolean();
        Thread closing = Thread.ofPlatform().start(() -> {
            Thread.currentThread().interrupt();
            log.close();
            stillInterrupted.set(Thread.interrupted());
        });
        disk.awaitWaiting();
        assertThat(closing.join(Duration.ofMillis(200))).isFalse();
        disk.release();
        closing.join();
        assertThat(stillInterrupted).isTrue();
        assertThat(get(two)).isEqualTo(2);
    }

    @Test
    void whateverGoesWrongWhileTheDiskIsWaitedForIsFoundOutAbout() throws Exception {
        AtomicBoolean fails = new AtomicBoolean(true);
        DataSource source = FaultyDataSource.proxy(DataSource.class, fixture.database.unpooled(), (name, _, call) -> {
            Object result = call.result();
            return name.equals("getConnection") ? failing((Connection) result, fails) : result;
        });
        try (PostgresEventLog other = new PostgresEventLog(
                source,
                new TextCodec(),
                Clock.systemUTC(),
                LogOptions.defaults().withFlushedTogether(1))) {
            PostgresEventStorageEngine theirs = new PostgresEventStorageEngine(other);
            for (long position = 2; position <= 4; position++) {
                assertThat(get(LogFixture.appending(
                                theirs, AppendCondition.none(), event("event " + position, "a:" + position))))
                        .isEqualTo(position);
            }
            assertThat(fails).isFalse();
        }
        assertThat(fixture.texts()).containsExactly("one", "event 2", "event 3", "event 4");
    }

    /** Memory runs out when the disk is waited for, once. */
    private static Connection failing(Connection connection, AtomicBoolean fails) {
        return FaultyDataSource.proxy(Connection.class, connection, (name, arguments, call) -> {
            if (name.equals("prepareStatement")
                    && ((String) arguments[0]).contains("emit_message")
                    && fails.getAndSet(false)) {
                throw new OutOfMemoryError("for the test");
            }
            return call.result();
        });
    }

    private void awaitWritten(long position) {
        await().until(() ->
                fixture.select(Long.class, "select position from log.log_head").getFirst() == position);
    }

    private CompletableFuture<Long> appending(TaggedEventMessage<?>... events) {
        return appending(AppendCondition.none(), events);
    }

    private CompletableFuture<Long> appending(AppendCondition condition, TaggedEventMessage<?>... events) {
        return LogFixture.appending(engine, condition, events);
    }
}
