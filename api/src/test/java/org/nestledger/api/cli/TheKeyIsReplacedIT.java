package org.nestledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestledger.api.database.DatabaseSettings;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.server.LedgerServer;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;
import org.nestledger.core.log.publish.KeyRotated;

/** The operator replaces the key while the server runs; readers, lists and the check take no notice. */
class TheKeyIsReplacedIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path data;

    private static CommandLineRun done(String... arguments) {
        CommandLineRun run = CommandLineRun.of(arguments);
        assertThat(run.status()).as(run.err()).isZero();
        return run;
    }

    private static List<String> keys(Http http) {
        return http.get("/log/vkey").text().lines().toList();
    }

    @Test
    void firstBothKeysVerifyTheLogAndAfterACompromiseOnlyTheNewOneDoes() throws Exception {
        try (LedgerRuntime runtime = LedgerRuntime.open(DatabaseSettings.embedded(data), Clock.systemUTC());
                LedgerServer server = LedgerServer.start(runtime, 0)) {
            Http http = ServedLedger.http(runtime, server);
            String url = server.address() + "/log";
            String zone = Commands.newZone(http);
            String old = keys(http).getFirst();

            CommandLineRun first = done("rotate-key", "--data=" + data);
            assertThat(first.out()).contains("as position 2 of the log says", "  old: " + old, "Both sign until ");
            await().atMost(PATIENCE).until(() -> keys(http).size() == 2);
            String next = keys(http).get(1);
            assertThat(done("rotate-key", "--data=" + data).out()).isEqualTo(first.out());
            assertThat(runtime.signer().awaitCheckpoint(2, PATIENCE)).isTrue();
            String _ = done("verify", url, "--vkey=" + old).out();
            String _ = done("verify", url, "--vkey=" + next).out();
            assertThat(runtime.log().at(2).orElseThrow().payload()).isInstanceOfSatisfying(KeyRotated.class, event -> {
                assertThat(event.oldKey()).isEqualTo(old);
                assertThat(event.newKey()).isEqualTo(next);
                assertThat(event.compromised()).isFalse();
            });

            CommandLineRun compromised = done("rotate-key", "--compromised", "--data=" + data);
            assertThat(compromised.out()).contains("as position 3 of the log says", "is not to be trusted");
            assertThat(runtime.signer().awaitCheckpoint(3, PATIENCE)).isTrue();
            assertThat(keys(http)).containsExactly(next);
            String _ = done("verify", url, "--vkey=" + next).out();
            assertThat(CommandLineRun.of("verify", url, "--vkey=" + old).err()).contains("it is not signed by " + old);

            assertThat(done("rotate-key", "--compromised", "--data=" + data).out())
                    .startsWith(compromised.out())
                    .endsWith("That was done before and nothing is changed now; --again makes another key.\n");
            assertThat(keys(http)).containsExactly(next);

            assertThat(http.get("/api/v1/zones/" + zone + "?minPosition=3")
                            .json()
                            .get("history"))
                    .as("the zone's books say nothing of keys")
                    .hasSize(1);
            Http.Answer reversal = http.command(
                    "ReverseEntry",
                    "{\"commandId\":\"r\",\"zone\":\"%s\",\"position\":2,\"reason\":\"no\"}".formatted(zone));
            assertThat(reversal.json().get("code").asString()).isEqualTo("UNKNOWN_ENTRY");
            String _ = Commands.newZone(http);
            assertThat(runtime.signer().awaitCheckpoint(4, PATIENCE)).isTrue();
        }
        assertThat(done("check", "--data=" + data).out())
                .startsWith("Sound: 4 events")
                .contains("0 unknown types");
        assertThat(Files.readAllLines(data.resolve("tlog-retired-keys"))).hasSize(1);
    }
}
