package org.nestledger.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.api.runtime.ApiJson;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;
import tools.jackson.databind.JsonNode;

class CommandsComeInBatchesIT {

    private static final String NDJSON = "application/x-ndjson";

    private final ServedLedger ledger = ServedLedger.shared();
    private final Http http = ledger.http();

    @Test
    void eachCommandBuildsOnThoseBeforeItAndHasALineOfItsOwn() {
        String zone = Commands.id("z");
        String parcel = Commands.id("p");
        long head = ledger.head();
        Http.Answer answer = batch(
                named("DesignateZone", Commands.zone(zone)),
                named("RegisterParcel", Commands.parcel(zone, parcel, "10")),
                acquire(zone, parcel, "4"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.type()).startsWith(NDJSON);
        List<JsonNode> results = results(answer);
        assertThat(results).extracting(result -> result.get("line").asInt()).containsExactly(1, 2, 3);
        assertThat(results).extracting(result -> result.get("status").asInt()).containsOnly(201);
        assertThat(results.get(1).get("commandId").asString()).isEqualTo("parcel-" + parcel);
        assertThat(results.get(2).at("/result/lastPosition").asLong()).isEqualTo(head + 3);
        assertThat(results.get(2).at("/result/events/0/leafHash").asString()).hasSize(64);
        JsonNode stored = http.get("/api/v1/parcels/" + parcel + "?minPosition=" + (head + 3))
                .json();
        assertThat(stored.toString()).contains("land:acquired\",\"balance\":{\"value\":\"4\"");
    }

    @Test
    void aRefusedCommandIsToldInItsLineAndTheNextOneIsGivenAllTheSame() {
        String zone = Commands.newZone(http);
        String parcel = Commands.id("p");
        long head = ledger.head();
        List<JsonNode> results = results(batch(
                named("RegisterParcel", Commands.parcel(zone, parcel, "10")),
                acquire(zone, parcel, "10.5"),
                acquire(zone, parcel, "10")));

        assertThat(results).extracting(result -> result.get("status").asInt()).containsExactly(201, 422, 201);
        JsonNode refused = results.get(1);
        assertThat(refused.get("commandId").asString()).isEqualTo("acquire-" + parcel + "-10.5");
        assertThat(refused.at("/problem/code").asString()).isEqualTo("ACQUIRED_EXCEEDS_AREA");
        assertThat(refused.at("/problem/remedy").asString()).isNotBlank();
        assertThat(refused.has("result")).isFalse();
        assertThat(results.get(2).has("problem")).isFalse();
        assertThat(ledger.head()).isEqualTo(head + 2);
    }

    @Test
    void aRefusalIsTheSameAsOfTheCommandAlone() {
        String zone = Commands.newZone(http);
        String quota = Commands.parcel(zone, Commands.id("p"), "0");
        JsonNode inBatch = results(batch(named("RegisterParcel", quota))).getFirst();
        assertThat(inBatch.get("problem"))
                .isEqualTo(http.command("RegisterParcel", quota).json());
    }

    @Test
    void theSameBatchTwiceRecordsOnce() {
        String zone = Commands.id("z");
        String parcel = Commands.id("p");
        String[] commands = {
            named("DesignateZone", Commands.zone(zone)), named("RegisterParcel", Commands.parcel(zone, parcel, "10"))
        };
        batch(commands);
        long head = ledger.head();
        List<JsonNode> again = results(batch(commands));

        assertThat(again).extracting(result -> result.get("status").asInt()).containsOnly(200);
        assertThat(again)
                .extracting(result -> result.at("/result/already").asBoolean())
                .containsOnly(true);
        assertThat(ledger.head()).isEqualTo(head);
    }

    @Test
    void aTrialOfABatchLetsLaterCommandsBuildOnEarlierOnesAndRecordsNothing() {
        String zone = Commands.id("z");
        String parcel = Commands.id("p");
        long head = ledger.head();
        List<JsonNode> tried = results(send(
                "/api/v1/commands?dryRun=true",
                String.join(
                        "\n",
                        named("DesignateZone", Commands.zone(zone)),
                        named("RegisterParcel", Commands.parcel(zone, parcel, "10")),
                        acquire(zone, parcel, "4"),
                        acquire(zone, parcel, "6.5"))));

        assertThat(tried).extracting(result -> result.get("status").asInt()).containsExactly(200, 200, 200, 422);
        assertThat(tried.get(2).at("/result/events/0/movements/0/amount/value").asString())
                .isEqualTo("4");
        assertThat(ledger.head()).isEqualTo(head);
        assertThat(http.get("/api/v1/zones/" + zone).status()).isEqualTo(404);
    }

    @Test
    void linesAreCountedAsInAFileAndMayEndAsOnAnyMachine() {
        String zone = Commands.id("z");
        Http.Answer answer =
                send("/api/v1/commands", "\r\n \t\n" + named("DesignateZone", Commands.zone(zone)) + "\r\n\n");
        List<JsonNode> results = results(answer);
        assertThat(results).hasSize(1);
        assertThat(results.getFirst().get("line").asInt()).isEqualTo(3);
        assertThat(results.getFirst().get("status").asInt()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{                                     | 400 | MALFORMED",
                "[]                                    | 400 | MALFORMED",
                "{\"commandId\":\"a\",\"commandId\":\"b\"}     | 400 | MALFORMED",
                "{\"commandId\":\"a\"}                     | 400 | MISSING_FIELD",
                "{\"command\":\"Nothing\",\"commandId\":\"a\"} | 404 | UNKNOWN_COMMAND",
                "{\"command\":\"DesignateZone\"}           | 400 | MISSING_FIELD",
            })
    void aBrokenLineHarmsNoOther(String broken, int status, String code) {
        String zone = Commands.id("z");
        List<JsonNode> results = results(batch(broken, named("DesignateZone", Commands.zone(zone))));
        assertThat(results.getFirst().get("status").asInt()).isEqualTo(status);
        assertThat(results.getFirst().at("/problem/code").asString()).isEqualTo(code);
        assertThat(results.getFirst().has("commandId")).isFalse();
        assertThat(results.get(1).get("status").asInt()).isEqualTo(201);
    }

    @Test
    void aLineThatIsNoTextOrTooLongHarmsNoOther() {
        byte[] whole = ("?\n{\"x\":\"" + "y".repeat(100_000) + "\"}\n"
                        + named("DesignateZone", Commands.zone(Commands.id("z"))))
                .getBytes(StandardCharsets.UTF_8);
        whole[0] = (byte) 0xff;
        List<JsonNode> results = results(http.post("/api/v1/commands", whole, NDJSON));
        assertThat(results).extracting(result -> result.get("status").asInt()).containsExactly(400, 413, 201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \r\n\t\n"})
    void aBatchOfNothingIsAMistake(String nothing) {
        Http.Answer answer = send("/api/v1/commands", nothing);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("code").asString()).isEqualTo("MALFORMED");
    }

    @Test
    void aBatchOfTooMuchRecordsNothingOfIt() {
        String first = named("DesignateZone", Commands.zone(Commands.id("z"))) + "\n";
        long head = ledger.head();
        Http.Answer many = send("/api/v1/commands", first + "{}\n".repeat(1_000));
        Http.Answer large = send("/api/v1/commands", first + " ".repeat(4_000_000));

        assertThat(many.status()).isEqualTo(413);
        assertThat(many.json().get("detail").asString()).contains("1001 commands", "at most 1000");
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.json().get("code").asString()).isEqualTo("TOO_LARGE");
        assertThat(ledger.head()).isEqualTo(head);
    }

    @Test
    void asManyAsAreTakenTogetherAreTaken() {
        String zone = Commands.newZone(http);
        long head = ledger.head();
        String[] parcels = IntStream.range(0, 1_000)
                .mapToObj(i -> named("RegisterParcel", Commands.parcel(zone, zone + "-" + i, "1")))
                .toArray(String[]::new);
        List<JsonNode> results = results(batch(parcels));
        assertThat(results).hasSize(1_000);
        assertThat(results).extracting(result -> result.get("status").asInt()).containsOnly(201);
        assertThat(ledger.head()).isEqualTo(head + 1_000);
    }

    @Test
    void aBatchHasNoKeyAndIsOfItsOwnType() {
        String command = named("DesignateZone", Commands.zone(Commands.id("z")));
        byte[] body = command.getBytes(StandardCharsets.UTF_8);
        Http.Answer keyed =
                http.send("POST", "/api/v1/commands", body, "Content-Type", NDJSON, "Idempotency-Key", "\"k\"");
        assertThat(keyed.status()).isEqualTo(400);
        assertThat(keyed.json().get("detail").asString()).contains("Idempotency-Key");
        assertThat(http.post("/api/v1/commands", body, "application/json").status())
                .isEqualTo(415);
    }

    private Http.Answer batch(String... commands) {
        return send("/api/v1/commands", String.join("\n", commands));
    }

    private Http.Answer send(String path, String body) {
        return http.post(path, body.getBytes(StandardCharsets.UTF_8), NDJSON);
    }

    private static List<JsonNode> results(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return Arrays.stream(answer.text().split("\n"))
                .map(ApiJson.mapper()::readTree)
                .toList();
    }

    /** On one line, as the batch needs it. */
    private static String named(String command, String json) {
        return json.replace("\n", " ").replaceFirst("\\{", "{\"command\":\"" + command + "\",");
    }

    private static String acquire(String zone, String parcel, String mu) {
        return """
            {"command":"AcquireLand","commandId":"acquire-%2$s-%3$s","zone":"%1$s","parcel":"%2$s",
             "area":{"value":"%3$s","unit":"mu"},"occurredOn":"2021-04-01"}""".formatted(zone, parcel, mu).replace("\n", " ");
    }
}
