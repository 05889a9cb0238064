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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that dies before what can be seen is on its disk. */
class WhatACrashUndoesIT {

    @TempDir
    private Path directory;

    private MortalServer server;
    private HeldStatement disk;
    private PostgresEventLog log;
    private PostgresEventStorageEngine engine;

    @BeforeEach
    void start() throws Exception {
        server = new MortalServer(directory);
        disk = HeldStatement.disk(server.source());
        log = MortalServer.open(disk.dataSource());
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
        server.close();
    }

    @Test
    void itIsWrittenAgainAndAnsweredOnlyThen() throws Exception {
        List<CompletableFuture<Long>> appended = Stream.of("three", "four", "five")
                .map(text -> appending(engine, nothingAfter(0, "b:" + text), ofCommand(text, text, "b:" + text)))
                .toList();
        await().until(() -> server.head() == 5);
        die();
        assertThat(server.head()).isEqualTo(2);
        assertThat(appended).noneMatch(CompletableFuture::isDone);
        disk.fail();
        assertThat(appended.stream().map(LogFixture::get)).containsExactlyInAnyOrder(3L, 4L, 5L);
        assertThat(MortalServer.texts(log)).hasSize(5).contains("three", "four", "five");
        assertThat(new LogCheck(disk.dataSource(), new TextCodec())
                        .check((_, _) -> {})
                        .events())
                .isEqualTo(5);
    }

    @Test
    void whatSomebodyReadIsNotUndone() throws Exception {
        CompletableFuture<Long> three = appending(engine, AppendCondition.none(), event("three", "a:1"));
        await().until(() -> server.head() == 3);
        try (PostgresEventLog other = MortalServer.open(server.source())) {
            assertThat(MortalServer.texts(other)).containsExactly("one", "two", "three");
        }
        assertThat(three).isNotDone();
        die();
        assertThat(server.head()).isEqualTo(3);
        disk.fail();
        assertThat(get(three)).isEqualTo(3);
        assertThat(MortalServer.texts(log)).containsExactly("one", "two", "three");
    }

    @Test
    void aDecisionDoesNotRestOnItThatNothingElseWasThere() throws Exception {
        CompletableFuture<Long> three = appending(engine, AppendCondition.none(), event("three", "b:1"));
        await().until(() -> server.head() == 3);
        Reading nothing = log.read(having("c:1"), 0);
        assertThat(nothing).isEqualTo(new Reading(2, List.of()));
        die();
        try (PostgresEventLog other = MortalServer.open(server.source())) {
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
        HeldStatement theirDisk = HeldStatement.disk(server.source());
        try (PostgresEventLog other = MortalServer.open(theirDisk.dataSource())) {
            PostgresEventStorageEngine theirs = new PostgresEventStorageEngine(other);
            assertThat(get(appending(theirs, AppendCondition.none(), event("three"))))
                    .isEqualTo(3);
            theirDisk.hold();
            CompletableFuture<Long> undone = appending(theirs, AppendCondition.none(), event("theirs", "c:1"));
            await().until(() -> server.head() == 4);
            CompletableFuture<Long> ours = appending(engine, nothingAfter(0, "c:1"), event("ours", "c:1"));
            die();
            assertThat(server.head()).isEqualTo(3);
            assertThat(ours).isNotDone();
            disk.fail();
            CompletableFuture<Long> answered = ours.whenComplete((_, _) -> theirDisk.fail());
            assertThat(get(answered)).isEqualTo(4);
            assertThat(get(undone)).isEqualTo(5);
        }
    }

    private void die() throws Exception {
        disk.awaitWaiting();
        server.die();
    }
}
