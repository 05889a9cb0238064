package org.nestledger.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.api.database.DatabaseSettings;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.server.LedgerServer;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;
import org.nestledger.core.log.checkpoint.TlogProof;
import org.nestledger.core.log.merkle.LeafHash;
import org.nestledger.core.testing.TestDatabase;
import org.nestledger.query.testing.TestLedger;
import tools.jackson.databind.JsonNode;

class EveryCommandHasAReceiptIT {

    private static final ServedLedger LEDGER = ServedLedger.shared();
    private static final Http HTTP = LEDGER.http();

    private static byte[] record(long position) throws InterruptedException {
        assertThat(LEDGER.runtime().signer().awaitCheckpoint(position, Duration.ofSeconds(60)))
                .isTrue();
        return LEDGER.runtime().published().record(position).orElseThrow();
    }

    private static void verify(String proof, long position) throws InterruptedException {
        TlogProof parsed = TlogProof.parse(proof.getBytes(StandardCharsets.UTF_8));
        assertThat(parsed.index()).isEqualTo(position - 1);
        assertThat(parsed.verify(record(position), LEDGER.runtime().signer().verifierKeys())
                        .size())
                .isGreaterThanOrEqualTo(position);
    }

    @Test
    void theLeafHashOfEachEventIsInTheAnswerAndInTheAnswerToARepeat() throws Exception {
        String zone = Commands.id("z");
        JsonNode first = HTTP.command("DesignateZone", Commands.zone(zone)).json();
        long position = first.get("lastPosition").asLong();
        assertThat(first.get("events")).hasSize(1);
        assertThat(first.at("/events/0/position").asLong()).isEqualTo(position);
        assertThat(first.at("/events/0/leafHash").asString())
                .isEqualTo(HexFormat.of().formatHex(LeafHash.of(record(position))));
        assertThat(first.has("unproved")).isFalse();
        assertThat(first.at("/events/0").has("proof")).isFalse();
        JsonNode again = HTTP.command("DesignateZone", Commands.zone(zone)).json();
        assertThat(again.get("already").asBoolean()).isTrue();
        assertThat(again.get("events")).isEqualTo(first.get("events"));
    }

    @Test
    void whoeverAwaitsTheCheckpointGetsTheProofOfEachEvent() throws Exception {
        String zone = Commands.id("z");
        for (int status : new int[] {201, 200}) {
            Http.Answer answer = HTTP.command("DesignateZone?awaitCheckpoint=true", Commands.zone(zone));
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.json().has("unproved")).isFalse();
            verify(
                    answer.json().at("/events/0/proof").asString(),
                    answer.json().get("lastPosition").asLong());
        }
    }

    @Test
    void theProofOfAPublishedEventCanBeHadAtAnyTime() throws Exception {
        String _ = Commands.newZone(HTTP);
        assertThat(record(1)).isNotEmpty();
        verify(HTTP.get("/api/v1/events/1/proof").text(), 1);
        assertThat(HTTP.get("/api/v1/events/1/proof").type()).isEqualToIgnoringCase("text/plain;charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "999999999"})
    void whatIsNotRecordedHasNoProof(String position) {
        Http.Answer answer = HTTP.get("/api/v1/events/" + position + "/proof");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("code").asString()).isEqualTo("NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "1.5", "99999999999999999999"})
    void whatIsNoPositionIsAMistake(String position) {
        assertThat(HTTP.get("/api/v1/events/" + position + "/proof").status()).isEqualTo(400);
    }

    @Test
    void whenNothingIsSignedTheCommandIsRecordedAndTheAnswerSaysWhyItHasNoProof() throws Exception {
        try (TestDatabase database = TestLedger.migrated()) {
            DatabaseSettings settings = ServedLedger.at(database.jdbcUrl());
            try (LedgerRuntime runtime = LedgerRuntime.open(settings, Clock.systemUTC());
                    LedgerServer server = LedgerServer.start(runtime, 0)) {
                Http http = ServedLedger.http(runtime, server);
                runtime.signer().close();
                Http.Answer answer =
                        http.command("DesignateZone?awaitCheckpoint=true", Commands.zone(Commands.id("z")));
                assertThat(answer.status()).isEqualTo(201);
                assertThat(answer.json().get("unproved").asString())
                        .startsWith("The events are recorded all the same. The log is not signed now.");
                assertThat(answer.json().at("/events/0").has("proof")).isFalse();
                assertThat(runtime.log().head()).isEqualTo(1);
                Http.Answer proof = http.get("/api/v1/events/1/proof");
                assertThat(proof.status()).isEqualTo(503);
                assertThat(proof.headers()).containsKey("retry-after");
                assertThat(proof.json().get("code").asString()).isEqualTo("NOT_YET");
            }
        }
    }
}
