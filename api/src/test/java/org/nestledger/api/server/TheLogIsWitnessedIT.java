package org.nestledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestledger.api.cli.CommandLineRun;
import org.nestledger.api.database.DatabaseSettings;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;
import org.nestledger.core.log.checkpoint.VerifierKey;
import org.nestledger.core.log.witness.TestWitness;
import org.nestledger.core.log.witness.TestWitness.Manner;
import org.nestledger.core.testing.TestDatabase;
import org.nestledger.query.testing.TestLedger;

/** The policy in the data directory, a real witness, and those who verify with the same policy. */
class TheLogIsWitnessedIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path temporary;

    private final TestDatabase database = TestLedger.migrated();
    private final TestWitness witness = new TestWitness("witness.example/w");
    private DatabaseSettings settings;
    private VerifierKey log;
    private Path policy;

    @BeforeEach
    void configure() throws IOException {
        settings = ServedLedger.at(database.jdbcUrl());
        try (LedgerRuntime runtime = LedgerRuntime.open(settings, Clock.systemUTC())) {
            runtime.startSigning();
            log = runtime.signer().verifierKeys().getFirst();
        }
        witness.knowing(List.of(log));
        policy = Files.writeString(
                settings.directory().resolve("tlog-policy"),
                "log %s\nwitness w %s %s\nquorum w\n".formatted(log, witness.key(), witness.url()));
    }

    @AfterEach
    void close() {
        witness.close();
        database.close();
    }

    private void verified(String... arguments) {
        CommandLineRun run = CommandLineRun.of(arguments);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("Verified: ");
    }

    private static void notWitnessed(String... arguments) {
        CommandLineRun run = CommandLineRun.of(arguments);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("its witnesses are not the quorum of the policy: none has cosigned it");
    }

    @Test
    void whoeverHasThePolicyVerifiesTheServerAnExportAndAReceipt() throws Exception {
        String other = new TestWitness("witness.example/other").key().toString();
        try (LedgerRuntime runtime = LedgerRuntime.open(settings, Clock.systemUTC());
                LedgerServer server = LedgerServer.start(runtime, 0)) {
            Http http = ServedLedger.http(runtime, server);
            String _ = Commands.newZone(http);
            assertThat(runtime.signer().awaitCheckpoint(runtime.log().head(), PATIENCE))
                    .isTrue();
            assertThat(http.get("/log/checkpoint").text()).contains("\n— witness.example/w ");
            verified("verify", server.address() + "/log", "--policy=" + policy);
            verified("verify", server.address() + "/log", "--vkey=" + log, "--witness=" + witness.key());
            verified(
                    "verify",
                    server.address() + "/log",
                    "--vkey=" + log,
                    "--quorum=1",
                    "--witness=" + other,
                    "--witness=" + witness.key());
            notWitnessed("verify", server.address() + "/log", "--vkey=" + log, "--witness=" + other);
            verifyFiles(runtime, other);
        }
    }

    private void verifyFiles(LedgerRuntime runtime, String other) throws IOException {
        Path record = Files.write(
                temporary.resolve("record"), runtime.published().record(1).orElseThrow());
        Path proof = Files.write(
                temporary.resolve("proof"),
                runtime.published().prove(1).orElseThrow().format());
        verified("verify", "--proof=" + proof, "--record=" + record, "--policy=" + policy);
        notWitnessed("verify", "--proof=" + proof, "--record=" + record, "--vkey=" + log, "--witness=" + other);
        Path unwitnessed = Files.createDirectory(temporary.resolve("log"));
        String checkpoint = runtime.signer().published().orElseThrow().note().toString();
        Files.writeString(unwitnessed.resolve("checkpoint"), checkpoint.replaceAll("— witness.*\n", ""));
        notWitnessed("verify", unwitnessed.toString(), "--policy=" + policy);
    }

    @Test
    void healthTellsHowFarAWitnessIsBehindAndStaysUp() {
        try (LedgerRuntime runtime = LedgerRuntime.open(settings, Clock.systemUTC());
                LedgerServer server = LedgerServer.start(runtime, 0)) {
            Http http = ServedLedger.http(runtime, server);
            witness.behave(Manner.BROKEN);
            String _ = Commands.newZone(http);
            await().atMost(PATIENCE).untilAsserted(() -> {
                var signer = http.get("/actuator/health").json().at("/components/signer");
                assertThat(signer.at("/status").asString()).isEqualTo("UP");
                assertThat(signer.at("/details/witnesses/0/name").asString()).isEqualTo("w");
                assertThat(signer.at("/details/witnesses/0/lag").asLong()).isEqualTo(1);
                assertThat(signer.at("/details/witnesses/0/state").asString()).isEqualTo("it answers with status 500");
            });
            assertThat(http.get("/log/checkpoint").status()).isEqualTo(404);
        }
    }

    @Test
    void aPolicyThatCannotBeReadKeepsTheServerFromStartingAndNamesTheLine() throws Exception {
        Files.writeString(policy, "log " + log + "\nquorum w\n");
        try (LedgerRuntime runtime = LedgerRuntime.open(settings, Clock.systemUTC())) {
            assertThatThrownBy(() -> LedgerServer.start(runtime, 0))
                    .isInstanceOf(LedgerFailure.class)
                    .hasMessage("The policy " + policy + " is wrong in line 2: no line before it says what \"w\" is.");
        }
    }
}
