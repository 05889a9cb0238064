package org.nestledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.testing.BookCommands;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;
import org.nestledger.core.testing.TestDatabase;
import org.nestledger.query.projection.Rebuild;
import org.springframework.jdbc.core.JdbcTemplate;

/** A database whose read models an earlier release built, which had other names and no portal visits, is served. */
class AnUpgradeServesTheOldIT {

    /** What the rebuild of read models takes, so that who holds it says when one may begin. */
    private static final long REBUILD_LOCK = 0x6e6573746e657874L;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final List<String> PATHS = List.of(
            "/api/v1/zones/z",
            "/api/v1/parcels",
            "/api/v1/projects?zone=z",
            "/api/v1/reports/stages?zone=z",
            "/api/v1/reports/annual?zone=z&year=2023",
            "/api/v1/visits");

    private final TestDatabase database = TestDatabase.create();
    private final JdbcTemplate rows = new JdbcTemplate(database.dataSource());

    @BeforeEach
    void recordAndForgetToUpgrade() {
        try (LedgerRuntime runtime = LedgerRuntime.open(ServedLedger.at(database.jdbcUrl()), Clock.systemUTC());
                LedgerServer server = LedgerServer.start(runtime, 0)) {
            Http http = ServedLedger.http(runtime, server);
            assertThat(http.command("DesignateZone", Commands.zone("z")).status())
                    .isEqualTo(201);
            BookCommands.of("z")
                    .forEach(given -> assertThat(
                                    http.command(given.name(), given.body()).status())
                            .isEqualTo(201));
            runtime.catchUp(Rebuild.Watch.NONE);
        }
        assertThat(rows.update("update read.zone_designation set name = 'as the old release called it'"))
                .isEqualTo(1);
        rows.execute("drop table read.visit, read.visit_entry cascade");
        assertThat(rows.update("delete from read.model where name = 'visit'")).isEqualTo(1);
        rows.update("update read.model set version = 0 where name = 'zone'");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void theOldOnesAnswerUntilTheNewOnesAreThereAndNoRequestFails() throws Exception {
        try (LedgerRuntime runtime = LedgerRuntime.open(ServedLedger.at(database.jdbcUrl()), Clock.systemUTC())) {
            try (Connection held = lock()) {
                try (LedgerServer server = LedgerServer.start(runtime, 0);
                        Clients clients = new Clients(ServedLedger.http(runtime, server))) {
                    Http http = ServedLedger.http(runtime, server);
                    whileItIsUpgraded(http, clients);
                    held.close();
                    await().atMost(PATIENCE)
                            .untilAsserted(() -> assertThat(name(http)).isEqualTo("Zone z"));
                    afterwards(http, clients);
                }
            }
        }
    }

    private void whileItIsUpgraded(Http http, Clients clients) {
        await().untilAsserted(() -> assertThat(health(http)).contains("\"rebuilt\":"));
        assertThat(http.get("/actuator/health").status()).isEqualTo(200);
        assertThat(name(http)).isEqualTo("as the old release called it");

        Http.Answer visits = http.get("/api/v1/visits");
        assertThat(visits.status()).isEqualTo(503);
        assertThat(visits.type()).startsWith("application/problem+json");
        assertThat(visits.headers()).containsEntry("retry-after", "1");
        assertThat(visits.json().path("code").asString()).isEqualTo("UPGRADING");
        assertThat(visits.json().path("detail").asString())
                .startsWith("This cannot be answered before the read models of this release are built");

        Http.Answer recorded = http.command("DesignateZone", Commands.zone("meanwhile"));
        assertThat(recorded.status()).as("commands need no read models").isEqualTo(201);
        Http.Answer seen = http.get("/api/v1/zones/meanwhile?minPosition="
                + recorded.json().path("lastPosition").asLong());
        assertThat(seen.status()).isEqualTo(503);
        assertThat(seen.json().path("code").asString()).isEqualTo("UPGRADING");

        await().untilAsserted(() -> assertThat(clients.answers.keySet())
                .contains(
                        "/api/v1/zones/z 200",
                        "/api/v1/parcels 200",
                        "/api/v1/reports/annual?zone=z&year=2023 200",
                        "/api/v1/visits 503 UPGRADING"));
    }

    private static void afterwards(Http http, Clients clients) {
        // What was asked before the new ones took over may still be answered.
        for (int round = 0; round < 2; round++) {
            clients.answers.clear();
            await().untilAsserted(() -> assertThat(clients.answers.keySet())
                    .contains(PATHS.stream().map(path -> path + " 200").toArray(String[]::new)));
        }
        assertThat(http.get("/api/v1/visits").json().path("items")).hasSize(1);
        await().untilAsserted(() ->
                assertThat(http.get("/api/v1/zones/meanwhile").status()).isEqualTo(200));
        assertThat(clients.answers.keySet()).noneMatch(answer -> answer.contains(" 503"));
        assertThat(clients.wrong).isEmpty();
    }

    private static String name(Http http) {
        return http.get("/api/v1/zones/z").json().path("zone").path("name").asString();
    }

    private static String health(Http http) {
        return http.get("/actuator/health").text();
    }

    /** As another process that rebuilds. */
    private Connection lock() throws SQLException {
        Connection connection = database.unpooled().getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + REBUILD_LOCK + ")");
        }
        return connection;
    }

    /** Those who ask all the time. */
    private static final class Clients implements AutoCloseable {

        private final Map<String, Boolean> answers = new ConcurrentHashMap<>();
        private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean ended = new AtomicBoolean();
        private final List<Thread> threads = new ArrayList<>();

        Clients(Http http) {
            PATHS.forEach(path -> threads.add(Thread.ofPlatform().start(() -> {
                while (!ended.get()) {
                    ask(http, path);
                }
            })));
        }

        private void ask(Http http, String path) {
            Http.Answer answer = http.get(path);
            String code =
                    answer.status() == 503 ? " " + answer.json().path("code").asString() : "";
            answers.put(path + " " + answer.status() + code, true);
            boolean right = answer.status() == 200
                    || (code.equals(" UPGRADING") && answer.headers().containsKey("retry-after"));
            if (!right) {
                wrong.add(path + ": " + answer);
            }
        }

        @Override
        public void close() throws InterruptedException {
            ended.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }
}
