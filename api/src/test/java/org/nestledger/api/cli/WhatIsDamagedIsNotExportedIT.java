package org.nestledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.runtime.Settings;
import org.nestledger.api.server.LedgerServer;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;
import org.springframework.jdbc.core.JdbcTemplate;

/** A database that an administrator changed: nothing of it is called an export or a proof. */
class WhatIsDamagedIsNotExportedIT {

    private static final String ANOTHER_RECORD =
            "with other as (select convert_to(replace(convert_from(record, 'UTF8'),"
                    + " 'Zone', 'ZONE'), 'UTF8') as bytes from log.event where position = %1$d)"
                    + " update log.event set record = bytes, leaf = sha256('\\x00'::bytea || bytes) from other where position = %1$d";

    @TempDir
    Path temporary;

    private Path data;

    @BeforeEach
    void record300Events() throws Exception {
        data = temporary.resolve("data");
        try (LedgerRuntime runtime = LedgerRuntime.open(Settings.database(data), Clock.systemUTC());
                LedgerServer server = LedgerServer.start(runtime, 0)) {
            Http http = ServedLedger.http(runtime, server);
            for (int i = 0; i < 300; i++) {
                assertThat(http.command("DesignateZone", Commands.zone("z" + i)).status())
                        .isEqualTo(201);
            }
            runtime.awaitSigned(300);
        }
    }

    private void tamper(String sql) {
        try (LedgerRuntime runtime = LedgerRuntime.open(Settings.database(data), Clock.systemUTC())) {
            new JdbcTemplate(runtime.database().dataSource()).execute("set session_replication_role = replica; " + sql);
        }
    }

    private CommandLineRun run(String command, String what) {
        return CommandLineRun.of(command, what, "--data=" + data);
    }

    private static String said(CommandLineRun run) {
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines().filter(line -> line.startsWith("ledger:"))).hasSize(1);
        return run.err();
    }

    @Test
    void aRecordBelowTheEdgeOfTheTreeIsFoundInWhatWasExported() {
        Path export = temporary.resolve("export");
        assertThat(run("export", export.toString()).status()).isZero();
        tamper(ANOTHER_RECORD.formatted(138));
        assertThat(said(run("export", temporary.resolve("other").toString())))
                .contains("is not the log that was signed: position 138: the record does not hash to its leaf");
    }

    @Test
    void nothingIsExportedOrProvedWhenTheSignerRefuses() {
        tamper(ANOTHER_RECORD.formatted(299));
        Path export = temporary.resolve("export");
        assertThat(said(run("export", export.toString())))
                .contains("The first 300 events of the database are not those of the checkpoint");
        assertThat(export).doesNotExist();
        assertThat(said(run("prove", "138"))).contains("The first 300 events of the database are not those");
        assertThat(said(run("check", "--log-only"))).containsPattern("The log is damaged: position (299|300): ");
    }

    @Test
    void aServerThatDoesNotSignGivesNoReceiptAndSaysWhy() {
        tamper(ANOTHER_RECORD.formatted(299));
        try (LedgerRuntime runtime = LedgerRuntime.open(Settings.database(data), Clock.systemUTC());
                LedgerServer server = LedgerServer.start(runtime, 0)) {
            Http http = ServedLedger.http(runtime, server);
            await().untilAsserted(() -> {
                Http.Answer proof = http.get("/api/v1/events/138/proof");
                assertThat(proof.status()).isEqualTo(503);
                assertThat(proof.text()).contains("\"code\":\"UNAVAILABLE\"", "The first 300 events of the database");
            });
        }
    }
}
