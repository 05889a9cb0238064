package org.nestledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.log.LogFixture.appending;
import static org.nestledger.core.log.LogFixture.event;
import static org.nestledger.core.log.LogFixture.get;

import java.nio.file.Path;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Somebody lets the server answer commits before they are on disk, while a log is open. */
@Timeout(60)
class WhateverTheDatabasesDefaultBecomesIT {

    @TempDir
    private Path directory;

    private MortalServer server;

    @BeforeEach
    void start() throws Exception {
        server = new MortalServer(directory);
        server.asInstalled();
    }

    @AfterEach
    void end() throws Exception {
        server.close();
    }

    @Test
    void aBatchThatWaitsItselfIsOnDiskWhenItIsAnswered() throws Exception {
        try (PostgresEventLog log = MortalServer.open(server.source(), LogOptions.defaults())) {
            PostgresEventStorageEngine engine = new PostgresEventStorageEngine(log);
            assertThat(append(engine, "one")).isEqualTo(1);
            server.answerBeforeTheDisk();
            assertThat(append(engine, "two")).isEqualTo(2);
            server.die();
            assertThat(server.head()).isEqualTo(2);
        }
    }

    @Test
    void soAreBatchesForWhichAnotherThreadWaits() throws Exception {
        try (PostgresEventLog log = MortalServer.open(server.source())) {
            PostgresEventStorageEngine engine = new PostgresEventStorageEngine(log);
            assertThat(append(engine, "one")).isEqualTo(1);
            assertThat(append(engine, "two")).isEqualTo(2);
            server.answerBeforeTheDisk();
            assertThat(append(engine, "three")).isEqualTo(3);
            server.die();
            assertThat(server.head()).isEqualTo(3);
        }
    }

    private static long append(PostgresEventStorageEngine engine, String text) {
        return get(appending(engine, AppendCondition.none(), event(text, "a:1")));
    }
}
