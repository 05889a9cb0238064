package org.nestledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.runtime.Settings;
import org.nestledger.api.server.LedgerServer;
import org.nestledger.api.testing.BookCommands;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;
import org.nestledger.query.projection.Rebuild;
import org.springframework.jdbc.core.JdbcTemplate;

/** Beside a server, which goes on serving; one test ends it. */
class RebuildOnTheCommandLineIT {

    private static final String SAME = "Same: \\d+ tables at position \\d+, digest [0-9a-f]{64}; ";

    @TempDir
    static Path temporary;

    private static Path data;
    private static LedgerRuntime runtime;
    private static LedgerServer server;

    @BeforeAll
    static void serveBooks() throws Exception {
        data = temporary.resolve("data");
        String books = BookCommands.of("z").stream()
                .map(given -> oneLine(given.name(), given.body()))
                .collect(Collectors.joining());
        Path file = Files.writeString(
                temporary.resolve("commands.jsonl"), oneLine("DesignateZone", Commands.zone("z")) + books);
        assertThat(CommandLineRun.of("import", file.toString(), "--data=" + data)
                        .status())
                .isZero();
        runtime = LedgerRuntime.open(Settings.database(data), Clock.systemUTC());
        server = LedgerServer.start(runtime, 0);
        runtime.catchUp(Rebuild.Watch.NONE);
    }

    @AfterAll
    static void end() {
        server.close();
        runtime.close();
    }

    private static String oneLine(String command, String body) {
        return "{\"command\":\"" + command + "\"," + body.strip().substring(1) + "\n";
    }

    private static CommandLineRun rebuild(String... options) {
        String[] all = new String[options.length + 2];
        all[0] = "rebuild";
        all[1] = "--data=" + data;
        System.arraycopy(options, 0, all, 2, options.length);
        return CommandLineRun.of(all);
    }

    @Test
    void theSameReadModelsAreReplacedBesideAServer() {
        CommandLineRun run = rebuild();
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out().strip()).matches(SAME + "replaced\\.");
        assertThat(run.err()).contains("fold: ", "index: ", "compare: ");
        Http http = ServedLedger.http(runtime, server);
        assertThat(http.command("DesignateZone", Commands.zone("after")).status())
                .isEqualTo(201);
        assertThat(http.get("/api/v1/zones/after?minPosition=" + runtime.log().head())
                        .status())
                .isEqualTo(200);
        assertThat(http.get("/api/v1/reports/annual?zone=z&year=2023").status()).isEqualTo(200);
    }

    @Test
    void theyAreOnlyVerifiedWhenThatIsAsked() {
        CommandLineRun run = rebuild("--verify-only");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out().strip()).matches(SAME + "left as they were\\.");
    }

    @Test
    void differencesAreListedAndTurnHealthRedUntilTheyAreAccepted() throws Exception {
        new JdbcTemplate(runtime.database().dataSource())
                .update("update read.permit set certificate = 'forged' where permit = 'a-z'");
        CommandLineRun run = rebuild();
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .startsWith(
                        "Differs: read.permit (a-z): certificate is \"forged\", the log gives \"CP-9\"\nDifferent: ");
        assertThat(run.err().lines().toList().getLast())
                .isEqualTo("ledger: The read models differ from the log in 1 rows and were left as they are; with"
                        + " --accept they are replaced.");
        Http http = ServedLedger.http(runtime, server);
        org.awaitility.Awaitility.await()
                .untilAsserted(
                        () -> assertThat(http.get("/actuator/health").status()).isEqualTo(503));
        assertThat(http.get("/actuator/health").text()).contains("differ from the log", "\"differences\":1");

        assertThat(rebuild("--verify-only").status()).isEqualTo(1);
        CommandLineRun accepted = rebuild("--accept");
        assertThat(accepted.status()).as(accepted.err()).isZero();
        assertThat(accepted.out()).contains("Differs: read.permit (a-z): ", "; replaced.");
        org.awaitility.Awaitility.await()
                .untilAsserted(
                        () -> assertThat(http.get("/actuator/health").status()).isEqualTo(200));
        assertThat(rebuild().status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--accept"})
    void nothingIsMadeOfARecordThatWasChangedInTheDatabase(String option) {
        change("record || ' '");
        try {
            CommandLineRun run = option.isEmpty() ? rebuild() : rebuild(option);

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines().toList().getLast())
                    .startsWith("ledger: Stopped: the event at position 2 (id ")
                    .endsWith("./ledger check says what else was, and a backup has what it was.");
        } finally {
            change("substr(record, 1, octet_length(record) - 1)");
        }
    }

    private void change(String record) {
        new JdbcTemplate(runtime.database().dataSource())
                .execute("set session_replication_role = replica; update log.event set record = " + record
                        + " where position = 2; set session_replication_role = origin");
    }

    @Test
    void oneOfTheTwoCanBeAsked() {
        CommandLineRun run = rebuild("--accept", "--verify-only");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains("mutually exclusive");
    }

    @Test
    void noServerIsNeededAndAnEmptyLedgerIsTheSame() {
        String empty = "--data=" + temporary.resolve("empty");
        assertThat(CommandLineRun.of("token", "list", empty).status()).isZero();
        CommandLineRun run = CommandLineRun.of("rebuild", empty);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out().strip()).matches("Same: \\d+ tables at position 0, digest [0-9a-f]{64}; replaced\\.");
    }
}
