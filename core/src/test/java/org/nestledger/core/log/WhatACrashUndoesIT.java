package org.nestledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.nestledger.core.log.LogFixture.appending;
import static org.nestledger.core.log.LogFixture.event;
import static org.nestledger.core.log.LogFixture.get;
import static org.nestledger.core.log.LogFixture.having;
import static org.nestledger.core.log.LogFixture.nothingAfter;
import static org.nestledger.core.log.LogFixture.ofCommand;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestledger.core.log.faults.FaultyPostgres;
import org.postgresql.ds.PGSimpleDataSource;

/** A server that dies before what can be seen is on its disk. */
class WhatACrashUndoesIT {

    @TempDir
    private Path directory;

    private FaultyPostgres postgres;
    private String url;
    private HeldDisk disk;
    private PostgresEventLog log;
    private PostgresEventStorageEngine engine;

    @BeforeEach
    void start() throws Exception {
        postgres = FaultyPostgres.start(directory);
        url = postgres.createDatabase("log");
        LogSchema.migrate(server());
        // Else the server writes by itself what nobody waits for, a fifth of a second later.
        execute("alter system set wal_writer_delay = '10s'");
        execute("select pg_reload_conf()");
        disk = new HeldDisk(server());
        log = open(disk);
        engine = new PostgresEventStorageEngine(log);
        assertThat(get(appending(engine, AppendCondition.none(), event("one", "a:1"))))
                .isEqualTo(1);
        assertThat(get(appending(engine, AppendCondition.none(), event("two", "a:1"))))
                .isEqualTo(2);
        disk.hold();
    }

    @AfterEach
    void end() throws Exception {
        disk.release();
        log.close();
        postgres.close();
    }

    private static PostgresEventLog open(HeldDisk disk) {
        return new PostgresEventLog(
                disk.dataSource(),
                new TextCodec(),
                Clock.systemUTC(),
                LogOptions.defaults()
                        .withFlushedTogether(1)
                        .withRecentEvents(1)
                        .withOutcomePatience(Duration.ofMinutes(1)));
    }

    @Test
    void itIsWrittenAgainAndAnsweredOnlyThen() throws Exception {
        List<CompletableFuture<Long>> appended = Stream.of("three", "four", "five")
                .map(text -> appending(engine, nothingAfter(0, "b:" + text), ofCommand(text, text, "b:" + text)))
                .toList();
        await().until(() -> head() == 5);
        die();
        assertThat(head()).isEqualTo(2);
        assertThat(appended).noneMatch(CompletableFuture::isDone);
        disk.fail();
        assertThat(appended.stream().map(LogFixture::get)).containsExactlyInAnyOrder(3L, 4L, 5L);
        assertThat(texts(log)).hasSize(5).contains("three", "four", "five");
        assertThat(new LogCheck(disk.dataSource(), new TextCodec())
                        .check((_, _) -> {})
                        .events())
                .isEqualTo(5);
    }

    @Test
    void whatSomebodyReadIsNotUndone() throws Exception {
        CompletableFuture<Long> three = appending(engine, AppendCondition.none(), event("three", "a:1"));
        await().until(() -> head() == 3);
        try (PostgresEventLog other = open(new HeldDisk(server()))) {
            assertThat(texts(other)).containsExactly("one", "two", "three");
        }
        assertThat(three).isNotDone();
        die();
        assertThat(head()).isEqualTo(3);
        disk.fail();
        assertThat(get(three)).isEqualTo(3);
        assertThat(texts(log)).containsExactly("one", "two", "three");
    }

    @Test
    void aDecisionDoesNotRestOnItThatNothingElseWasThere() throws Exception {
        CompletableFuture<Long> three = appending(engine, AppendCondition.none(), event("three", "b:1"));
        await().until(() -> head() == 3);
        Reading nothing = log.read(having("c:1"), 0);
        assertThat(nothing).isEqualTo(new Reading(2, List.of()));
        die();
        try (PostgresEventLog other = open(new HeldDisk(server()))) {
            PostgresEventStorageEngine theirs = new PostgresEventStorageEngine(other);
            assertThat(get(appending(theirs, AppendCondition.none(), event("theirs", "c:1"))))
                    .isEqualTo(3);
        }
        disk.fail();
        assertThat(get(three)).isEqualTo(4);
        assertThatThrownBy(() -> get(appending(engine, nothingAfter(nothing.head(), "c:1"), event("late", "c:1"))))
                .isInstanceOf(AppendEventsTransactionRejectedException.class);
    }

    @Test
    void aRefusalDoesNotRestOnIt() throws Exception {
        HeldDisk theirDisk = new HeldDisk(server());
        try (PostgresEventLog other = open(theirDisk)) {
            PostgresEventStorageEngine theirs = new PostgresEventStorageEngine(other);
            assertThat(get(appending(theirs, AppendCondition.none(), event("three"))))
                    .isEqualTo(3);
            theirDisk.hold();
            CompletableFuture<Long> undone = appending(theirs, AppendCondition.none(), event("theirs", "c:1"));
            await().until(() -> head() == 4);
            CompletableFuture<Long> ours = appending(engine, nothingAfter(0, "c:1"), event("ours", "c:1"));
            die();
            assertThat(head()).isEqualTo(3);
            assertThat(ours).isNotDone();
            disk.fail();
            CompletableFuture<Long> answered = ours.whenComplete((_, _) -> theirDisk.fail());
            assertThat(get(answered)).isEqualTo(4);
            assertThat(get(undone)).isEqualTo(5);
        }
    }

    private PGSimpleDataSource server() {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl(url);
        return server;
    }

    private void die() throws Exception {
        disk.awaitWaiting();
        postgres.kill(new Random(1));
        postgres.restart();
    }

    private long head() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select position from log.log_head")) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> texts(PostgresEventLog log) {
        return log.read(0, 1_000).stream()
                .map(event -> (String) event.payload())
                .toList();
    }
}
