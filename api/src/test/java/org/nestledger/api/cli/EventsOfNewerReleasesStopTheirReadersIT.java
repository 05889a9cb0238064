package org.nestledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestledger.api.database.DatabaseSettings;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.server.LedgerServer;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;
import org.nestledger.core.ledger.LedgerJson;
import org.nestledger.core.log.LogOptions;
import org.nestledger.core.log.PayloadCodec;
import org.nestledger.core.log.PostgresEventLog;
import org.nestledger.core.log.PostgresEventStorageEngine;
import tools.jackson.databind.JsonNode;

/** Of what a newer release wrote, everybody who needs it is told the position, and everything else goes on. */
class EventsOfNewerReleasesStopTheirReadersIT {

    private static final String PARCEL = """
            {"commandId":"%s","zone":"z","parcel":"%s","area":{"value":"5","unit":"mu"},"occurredOn":"2024-01-02"}""";

    @TempDir
    static Path data;

    private static LedgerRuntime runtime;
    private static LedgerServer server;
    private static Http http;

    @BeforeAll
    static void open() {
        runtime = LedgerRuntime.open(DatabaseSettings.embedded(data), Clock.systemUTC());
        server = LedgerServer.start(runtime, 0);
        http = ServedLedger.http(runtime, server);
        assertThat(http.command("DesignateZone", Commands.zone("z")).status()).isEqualTo(201);
        assertThat(http.command("RegisterParcel", PARCEL.formatted("1", "p")).status())
                .isEqualTo(201);
        newer("land.LandServiced", 9, "p");
        newer("land.LandFlooded", 1, "p");
        newer("land.LandFlooded", 1, "p");
        assertThat(http.command("RegisterParcel", PARCEL.formatted("5", "w")).status())
                .isEqualTo(201);
        assertThat(http.command("AcquireLand", PARCEL.formatted("6", "w")).status())
                .isEqualTo(201);
        newer("land.LandFlooded", 1, "w");
    }

    @AfterAll
    static void close() {
        server.close();
        runtime.close();
    }

    @Test
    void aCommandThatDependsOnOneIsNotDecided() {
        Http.Answer answer = http.command("AcquireLand", PARCEL.formatted("2", "p"));
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().get("code").asString()).isEqualTo("UNREADABLE_EVENT");
        assertThat(answer.json().get("detail").asString()).contains("position 3 ");
        assertThat(answer.headers()).doesNotContainKey("retry-after");
    }

    @Test
    void aCommandIsNotDecidedPastOneOfATypeThatNobodyHereAsksFor() {
        for (String command : List.of("AcquireLand", "ServiceLand", "AcquireLand")) {
            Http.Answer answer = http.command(command, PARCEL.formatted("7" + command, "w"));
            assertThat(answer.status()).as(command).isEqualTo(500);
            assertThat(answer.json().get("code").asString()).isEqualTo("UNREADABLE_EVENT");
            assertThat(answer.json().get("detail").asString()).contains("position 8 ");
        }
    }

    @Test
    void aCommandThatDoesNotIsRecorded() {
        Http.Answer answer = http.command("RegisterParcel", PARCEL.formatted("3", "q"));
        assertThat(answer.status()).isEqualTo(201);
    }

    @Test
    void theReadModelsStopBeforeTheFirstAndHealthSaysWhere() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode projection = http.get("/actuator/health").json().at("/components/projection");
            assertThat(projection.get("status").asString()).isEqualTo("DOWN");
            assertThat(projection.at("/details/failedAt").asInt()).isEqualTo(3);
            assertThat(projection.at("/details/eventId").asString()).hasSize(36);
            assertThat(projection.at("/details/reason").asString()).contains("version 9 of \"land.LandServiced\"");
        });
        assertThat(http.get("/api/v1/zones?minPosition=5").status()).isEqualTo(503);
        assertThat(http.get("/api/v1/parcels/p").status()).isEqualTo(200);
    }

    @Test
    void whoFollowsTheEventsIsToldWhichOneStopsThem() {
        for (String path : List.of("/api/v1/events?after=2", "/api/v1/events/live?after=2")) {
            Http.Answer answer = http.get(path);
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.json().get("code").asString()).isEqualTo("UNREADABLE_EVENT");
            assertThat(answer.json().get("detail").asString()).contains("position 3 ");
        }
        assertThat(http.get("/api/v1/events?limit=2").json()).hasSize(2);
        assertThat(http.get("/api/v1/events/live", "Accept", "text/event-stream")
                        .text())
                .contains("id:1\n", "id:2\n")
                .doesNotContain("id:3\n");
    }

    @Test
    void theCommandLineNamesThePosition() throws Exception {
        CommandLineRun report = CommandLineRun.of("report", "annual", "--zone=z", "--year=2024", "--data=" + data);
        assertThat(report.status()).isEqualTo(1);
        assertThat(report.err())
                .contains("position 3", "; ./ledger check lists all such events")
                .hasLineCount(1);

        Path file = Files.writeString(
                data.resolveSibling("flooded.jsonl"),
                PARCEL.formatted("4", "p").replace("{\"commandId\"", "{\"command\":\"AcquireLand\",\"commandId\"")
                        + "\n");
        CommandLineRun imported = CommandLineRun.of("import", file.toString(), "--data=" + data);
        assertThat(imported.status()).isEqualTo(1);
        assertThat(imported.err()).contains("The event at position 3 (land.LandServiced, id ");
    }

    @Test
    void aRebuildSaysWhichOneEndsWhatItBuilt() {
        for (String option : List.of("--verify-only", "--accept")) {
            CommandLineRun rebuild = CommandLineRun.of("rebuild", option, "--data=" + data);
            assertThat(rebuild.status()).isEqualTo(1);
            assertThat(rebuild.out()).startsWith("Same: ").contains(" at position 2, ");
            assertThat(rebuild.err().lines().toList().getLast())
                    .startsWith("ledger: The event at position 3 (land.LandServiced, id ");
        }
    }

    @Test
    void theCheckListsThemAll() {
        CommandLineRun check = CommandLineRun.of("check", "--data=" + data);
        assertThat(check.status()).isEqualTo(1);
        assertThat(check.out())
                .contains("Unknown: land.LandServiced version 9, 1 events, first at position 3: version 9 of")
                .contains("Unknown: land.LandFlooded version 1, 3 events, first at position 4: no event type")
                .contains(" 2 unknown types.");
    }

    /** Appends an event of a parcel as a release writes it that knows more. */
    private static void newer(String type, int version, String parcel) {
        PayloadCodec knowsAll = new PayloadCodec() {
            @Override
            public byte[] encode(Object payload) {
                return LedgerJson.mapper().writeValueAsBytes(payload);
            }

            @Override
            public Object decode(String ofType, int ofVersion, JsonNode stored) {
                return stored;
            }
        };
        try (var log = new PostgresEventLog(
                runtime.database().dataSource(), knowsAll, Clock.systemUTC(), LogOptions.defaults())) {
            GenericEventMessage message = new GenericEventMessage(
                    UUID.randomUUID().toString(),
                    new MessageType(type, Integer.toString(version)),
                    Map.of("deep", true),
                    Map.of(),
                    Instant.now());
            Set<Tag> tags = Set.of(new Tag("parcel", parcel));
            new PostgresEventStorageEngine(log)
                    .appendEvents(AppendCondition.none(), null, List.of(new GenericTaggedEventMessage<>(message, tags)))
                    .thenCompose(EventsOfNewerReleasesStopTheirReadersIT::commit)
                    .join();
        }
    }

    private static <R> CompletableFuture<R> commit(AppendTransaction<R> transaction) {
        return transaction.commit(null);
    }
}
