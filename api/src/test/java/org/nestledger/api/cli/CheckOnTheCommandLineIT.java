package org.nestledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.runtime.Settings;
import org.nestledger.api.server.LedgerServer;
import org.nestledger.api.testing.BookCommands;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;
import org.springframework.jdbc.core.JdbcTemplate;

/** Beside a server, which goes on serving. */
class CheckOnTheCommandLineIT {

    private static final String SQUARE = """
            {"commandId":"square-%1$s","zone":"z","parcel":"%1$s","area":{"value":"17.02","unit":"mu"},
             "boundary":{"type":"Polygon","coordinates":[[[%2$s,23.05],[%3$s,23.05],[%3$s,23.051],[%2$s,23.051],[%2$s,23.05]]]},
             "use":"industrial","occurredOn":"2021-03-01"}""";

    @TempDir
    static Path temporary;

    private static Path data;
    private static LedgerRuntime runtime;
    private static LedgerServer server;
    private static Http http;

    @BeforeAll
    static void serveBooks() {
        data = temporary.resolve("data");
        runtime = LedgerRuntime.open(Settings.database(data), Clock.systemUTC());
        server = LedgerServer.start(runtime, 0);
        http = ServedLedger.http(runtime, server);
        record("DesignateZone", Commands.zone("z"));
        BookCommands.of("z").forEach(given -> record(given.name(), given.body()));
        record("RegisterParcel", SQUARE.formatted("west", "112.45", "112.451"));
        record("RegisterParcel", SQUARE.formatted("east", "112.451", "112.452"));
    }

    @AfterAll
    static void end() {
        server.close();
        runtime.close();
    }

    private static void record(String command, String body) {
        assertThat(http.command(command, body).status()).isEqualTo(201);
    }

    private static CommandLineRun check(String... options) {
        String[] all = new String[options.length + 2];
        all[0] = "check";
        all[1] = "--data=" + data;
        System.arraycopy(options, 0, all, 2, options.length);
        return CommandLineRun.of(all);
    }

    private static void tamper(String sql) {
        assertThat(new JdbcTemplate(runtime.database().dataSource()).update(sql))
                .isEqualTo(1);
    }

    private static void healthIs(int status) {
        await().untilAsserted(
                        () -> assertThat(http.get("/actuator/health").status()).isEqualTo(status));
    }

    @Test
    void logAndReportsThatAgreeAreSound() {
        CommandLineRun run = check();
        assertThat(run.status()).as(run.out() + run.err()).isZero();
        assertThat(run.out().lines().toList())
                .satisfiesExactly(
                        log -> assertThat(log).startsWith("Sound: ").contains(" events, ", "0 unknown types."),
                        reports -> assertThat(reports)
                                .matches("Same: \\d+ tables and \\d+ balances at position \\d+, digest [0-9a-f]{64};"
                                        + " \\d boundaries; 0 divergences, 0 warnings\\."));
    }

    @Test
    void aReportThatDivergesIsSaidInALineAndTurnsHealthRedUntilItIsRebuilt() {
        tamper("update read.permit set certificate = 'forged' where permit = 'a-z'");
        CommandLineRun run = check();
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out().lines())
                .contains("Diverges: read.permit (a-z): certificate is \"forged\", the log gives \"CP-9\"")
                .last()
                .asString()
                .startsWith("Different: ")
                .endsWith("1 divergences, 0 warnings.");
        assertThat(run.err().lines().toList().getLast())
                .isEqualTo(
                        "ledger: Reports differ from the log in 1 places; ./ledger rebuild --accept computes them anew"
                                + " from it.");
        healthIs(503);
        assertThat(http.get("/actuator/health").text()).contains("./ledger check says where", "\"differences\":1");

        CommandLineRun log = check("--log-only");
        assertThat(log.status()).as("the log itself is sound").isZero();
        assertThat(log.out()).startsWith("Sound: ").hasLineCount(1);

        assertThat(CommandLineRun.of("rebuild", "--accept", "--data=" + data).status())
                .isZero();
        healthIs(200);
        assertThat(check().status()).isZero();
    }

    @Test
    void balancesThatAreNotTheLogsAreSaidWithTheRowsBehindThem() {
        tamper("update read.movement set amount = amount + 1 where flow = 'QUOTA_GRANT'");
        CommandLineRun run = check();
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("Diverges: read.movement (")
                .contains("Diverges: balance of quota:available in zone z: 50.000001 mu, the log gives 50 mu\n");
        tamper("update read.movement set amount = amount - 1 where flow = 'QUOTA_GRANT'");
        assertThat(check().status()).isZero();
        healthIs(200);
    }

    @Test
    void parcelsThatOverlapAreAWarningWithAStatusOfItsOwnAndHealthStaysGreen() {
        record("RegisterParcel", SQUARE.formatted("between", "112.4505", "112.4515"));
        CommandLineRun run = check();
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out().lines())
                .contains(
                        "Warning: parcels between and east: their boundaries overlap by 8.51 mu, 50.0 % of the smaller",
                        "Warning: parcels between and west: their boundaries overlap by 8.51 mu, 50.0 % of the smaller")
                .last()
                .asString()
                .endsWith("0 divergences, 2 warnings.");
        healthIs(200);
        record("AmendParcel", """
                {"commandId":"moved","zone":"z","parcel":"between","boundary":{"type":"Polygon","coordinates":
                [[[112.46,23.05],[112.461,23.05],[112.461,23.051],[112.46,23.051],[112.46,23.05]]]},
                 "occurredOn":"2021-04-01"}""");
        assertThat(check().status()).isZero();
    }
}
