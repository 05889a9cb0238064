package org.nestledger.api.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nestledger.api.database.DatabaseTimeouts;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.server.LedgerServer;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.CuttableProxy;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;
import org.nestledger.core.testing.TestDatabase;

@Tag("all")
class TheDatabaseGoesAwayAndReturnsIT {

    private static final DatabaseTimeouts SHORT = new DatabaseTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(2));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void commandsAreRefusedForAWhileAndNothingIsLost() {
        try (TestDatabase database = TestDatabase.create();
                CuttableProxy way = new CuttableProxy(port(database));
                LedgerRuntime runtime = LedgerRuntime.open(
                        ServedLedger.at(database.jdbcUrl().replaceFirst(":[0-9]+/", ":" + way.port() + "/"))
                                .with(SHORT),
                        Clock.systemUTC());
                LedgerServer server = LedgerServer.start(runtime, 0)) {
            Http http = ServedLedger.http(runtime, server);
            assertThat(http.command("DesignateZone", Commands.zone("before")).status())
                    .isEqualTo(201);
            way.cut();

            Http.Answer refused = http.command("DesignateZone", Commands.zone("during"));
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.json().get("code").asString()).isEqualTo("UNAVAILABLE");
            assertThat(refused.headers()).containsKey("retry-after");
            assertNothingOfABatchIsTaken(http);
            assertThat(http.get("/api/v1/zones").status()).isEqualTo(503);
            await().atMost(PATIENCE).untilAsserted(() -> assertDown(http.get("/actuator/health")));

            way.mend();
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(http.get("/actuator/health").status()).isEqualTo(200));
            assertThat(http.command("DesignateZone", Commands.zone("before")).status())
                    .isEqualTo(200);
            assertThat(http.command("DesignateZone", Commands.zone("during")).status())
                    .isIn(200, 201);
            assertThat(runtime.log().head()).isEqualTo(2);
            assertThat(http.get("/api/v1/zones/during?minPosition=2").status()).isEqualTo(200);
        }
    }

    private static void assertNothingOfABatchIsTaken(Http http) {
        String batch = Stream.of("one", "two")
                .map(Commands::zone)
                .map(zone -> zone.replaceFirst("\\{", "{\"command\":\"DesignateZone\",") + "\n")
                .collect(Collectors.joining());
        Http.Answer answer =
                http.post("/api/v1/commands", batch.getBytes(StandardCharsets.UTF_8), "application/x-ndjson");
        assertThat(answer.text().lines().toList())
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"line\":1", "\"status\":503", "UNAVAILABLE"),
                        second -> assertThat(second).contains("\"line\":2", "\"status\":503", "NOT_TRIED"));
    }

    private static void assertDown(Http.Answer health) {
        assertThat(health.status()).isEqualTo(503);
        assertThat(health.json().at("/components/database/status").asString()).isEqualTo("DOWN");
        assertThat(health.json().at("/components/projection/status").asString()).isEqualTo("DOWN");
        assertThat(health.text()).doesNotContain("Exception").doesNotContain("jdbc:");
    }

    private static int port(TestDatabase database) {
        return Integer.parseInt(database.jdbcUrl().replaceFirst("^.*:([0-9]+)/.*$", "$1"));
    }
}
