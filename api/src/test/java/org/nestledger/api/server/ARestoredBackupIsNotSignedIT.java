package org.nestledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.nestledger.api.database.DatabaseSettings;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;
import org.nestledger.core.testing.TestDatabase;
import org.nestledger.query.testing.TestLedger;

class ARestoredBackupIsNotSignedIT {

    private static final String EMPTY_BACKUP = "set session_replication_role = replica;"
            + " truncate log.event, log.event_tag, log.log_tile, log.command, log.log_checkpoint;"
            + " update log.log_head set position = 0, frontier = ''";

    @Test
    void healthSaysWhyAndThePublishedCheckpointStays() throws Exception {
        try (TestDatabase database = TestLedger.migrated()) {
            DatabaseSettings settings = ServedLedger.at(database.jdbcUrl());
            String published = publish(settings);
            database.execute(EMPTY_BACKUP);
            try (LedgerRuntime runtime = LedgerRuntime.open(settings, Clock.systemUTC());
                    LedgerServer server = LedgerServer.start(runtime, 0)) {
                Http http = ServedLedger.http(runtime, server);
                await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                    Http.Answer health = http.get("/actuator/health");
                    assertThat(health.status()).isEqualTo(503);
                    assertThat(health.json()
                                    .at("/components/signer/details/reason")
                                    .asString())
                            .contains("holds 0 events, but a checkpoint of 2 was published");
                });
                assertThat(http.get("/log/checkpoint").text()).isEqualTo(published);
            }
        }
    }

    @Test
    void aServerThatRunsShowsThatItsDatabaseWentBackThoughNobodyWrites() throws Exception {
        try (TestDatabase database = TestLedger.migrated();
                LedgerRuntime runtime = LedgerRuntime.open(ServedLedger.at(database.jdbcUrl()), Clock.systemUTC());
                LedgerServer server = LedgerServer.start(runtime, 0)) {
            Http http = ServedLedger.http(runtime, server);
            String _ = Commands.newZone(http);
            database.execute(EMPTY_BACKUP);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(http.get("/actuator/health")
                                    .json()
                                    .at("/components/database/details/reason")
                                    .asString())
                            .startsWith("the database no longer holds the log that this process has seen"));
        }
    }

    @Test
    void aKeyThatOthersMayReadKeepsTheServerFromStarting() throws Exception {
        try (TestDatabase database = TestLedger.migrated()) {
            DatabaseSettings settings = ServedLedger.at(database.jdbcUrl());
            assertThat(publish(settings)).isNotEmpty();
            Path key = settings.directory().resolve("tlog-signing-key.pem");
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
            try (LedgerRuntime runtime = LedgerRuntime.open(settings, Clock.systemUTC())) {
                assertThatThrownBy(() -> LedgerServer.start(runtime, 0))
                        .isInstanceOf(LedgerFailure.class)
                        .hasMessageContaining("may be read or changed by others: chmod 600 it");
            }
        }
    }

    /** Records two events and returns the checkpoint that covers them. */
    private static String publish(DatabaseSettings settings) throws InterruptedException {
        try (LedgerRuntime runtime = LedgerRuntime.open(settings, Clock.systemUTC());
                LedgerServer server = LedgerServer.start(runtime, 0)) {
            Http http = ServedLedger.http(runtime, server);
            String _ = Commands.newZone(http);
            String _ = Commands.newZone(http);
            assertThat(runtime.signer().awaitCheckpoint(2, Duration.ofSeconds(30)))
                    .isTrue();
            return http.get("/log/checkpoint").text();
        }
    }
}
