package org.nestledger.api.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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

/** A database that stands still, or has no connection to give, is said to within a time that can be named. */
@Tag("all")
class EveryRequestIsAnsweredInTimeIT {

    private static final DatabaseTimeouts SHORT = new DatabaseTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(2));

    /** What the README promises, and as much again for a machine that does other things as well. */
    private static final Duration BOUND = SHORT.longest().multipliedBy(2);

    private static final int RIVALS = 30;

    private static TestDatabase database;
    private static CuttableProxy way;
    private static LedgerRuntime runtime;
    private static LedgerServer server;
    private static Http http;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        way = new CuttableProxy(Integer.parseInt(database.jdbcUrl().replaceFirst("^.*:([0-9]+)/.*$", "$1")));
        String url = database.jdbcUrl().replaceFirst(":[0-9]+/", ":" + way.port() + "/");
        runtime = LedgerRuntime.open(ServedLedger.at(url).with(SHORT), Clock.systemUTC());
        server = LedgerServer.start(runtime, 0);
        http = ServedLedger.http(runtime, server);
    }

    @AfterAll
    static void close() {
        // A test that fails while everything stands still must end all the same.
        way.release();
        server.close();
        runtime.close();
        way.close();
        database.close();
    }

    @Test
    void thoughTheDatabaseStandsStillAndTheSameCommandsAreRecordedOnceAfterwards() throws Exception {
        String before = Commands.newZone(http);
        List<String> zones = new ArrayList<>();
        for (int i = 0; i < RIVALS; i++) {
            zones.add(Commands.id("still"));
        }
        long head = runtime.log().head();
        // What is not published yet is not there, whether the database stands still or not.
        await().until(() -> published() == head);
        way.halt();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Http.Answer>> requests = new ArrayList<>();
            zones.forEach(zone -> requests.add(() -> inTime(() -> http.command("DesignateZone", Commands.zone(zone)))));
            requests.add(() -> inTime(() -> http.get("/api/v1/zones")));
            requests.add(() -> inTime(() -> http.get("/api/v1/zones/" + before)));
            requests.add(() -> inTime(() -> http.get("/api/v1/reports/annual?zone=" + before + "&year=2023")));
            requests.add(() -> inTime(() -> http.get("/log/tile/entries/000.p/1")));
            requests.add(() -> inTime(() -> http.get("/actuator/health")));
            for (Future<Http.Answer> answer : threads.invokeAll(requests)) {
                assertThat(answer.get().status()).as(answer.get().text()).isEqualTo(503);
            }
        }
        Http.Answer refused = http.command("DesignateZone", Commands.zone(zones.getFirst()));
        assertThat(refused.json().get("code").asString()).isIn("UNAVAILABLE", "BUSY");
        assertThat(refused.headers()).containsKey("retry-after");

        way.release();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(http.get("/actuator/health").status()).isEqualTo(200));
        for (String zone : zones) {
            assertThat(http.command("DesignateZone", Commands.zone(zone)).status())
                    .isIn(200, 201);
            assertThat(http.command("DesignateZone", Commands.zone(zone)).status())
                    .isEqualTo(200);
        }
        assertThat(runtime.log().head()).isEqualTo(head + RIVALS);
    }

    @Test
    void thoughNoConnectionIsFree() throws Exception {
        String before = Commands.newZone(http);
        List<Connection> taken = new ArrayList<>();
        try {
            exhaust(taken);
            assertThat(inTime(() -> http.get("/api/v1/zones/" + before)).status())
                    .isEqualTo(503);
            Http.Answer refused = inTime(() -> http.command("DesignateZone", Commands.zone("crowded")));
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.headers()).containsKey("retry-after");
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
        assertThat(http.get("/api/v1/zones/" + before).status()).isEqualTo(200);
        // The writer has a connection of its own: the command may be recorded although its answer could not be made up.
        assertThat(http.command("DesignateZone", Commands.zone("crowded")).status())
                .isIn(200, 201);
        assertThat(http.command("DesignateZone", Commands.zone("crowded")).status())
                .isEqualTo(200);
    }

    @Test
    void thoughAStatementNeverEnds() throws Exception {
        String before = Commands.newZone(http);
        try (Connection blocking = database.dataSource().getConnection()) {
            blocking.setAutoCommit(false);
            blocking.createStatement().execute("lock table log.event, read.zone_designation in access exclusive mode");
            assertThat(inTime(() -> http.get("/api/v1/zones/" + before)).status())
                    .isEqualTo(503);
            assertThat(inTime(() -> http.command("DesignateZone", Commands.zone("blocked")))
                            .status())
                    .isEqualTo(503);
            blocking.rollback();
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(http.command("DesignateZone", Commands.zone("blocked"))
                                .status())
                        .isIn(200, 201));
    }

    private static void exhaust(List<Connection> taken) {
        try {
            while (true) {
                taken.add(runtime.database().requests().getConnection());
            }
        } catch (SQLException none) {
            assertThat(taken).isNotEmpty();
        }
    }

    private static Http.Answer inTime(Callable<Http.Answer> request) throws Exception {
        long begun = System.nanoTime();
        Http.Answer answer = request.call();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(BOUND);
        return answer;
    }

    private static long published() {
        return http.get("/log/checkpoint")
                .text()
                .lines()
                .skip(1)
                .findFirst()
                .map(Long::parseLong)
                .orElse(0L);
    }
}
