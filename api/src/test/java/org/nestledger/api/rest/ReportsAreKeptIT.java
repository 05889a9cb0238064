package org.nestledger.api.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;
import tools.jackson.databind.JsonNode;

class ReportsAreKeptIT {

    private final ServedLedger ledger = ServedLedger.shared();
    private final Http http = ledger.http();
    private final String zone = Commands.newZone(http);
    private final String annual = "/api/v1/reports/annual?zone=" + zone + "&year=2023";

    @Test
    void aReportIsComputedOnceForItsPosition() throws Exception {
        // a report may name what was signed, so that it is asked for anew once more is
        await().until(() -> ledger.runtime().log().signed(ledger.head()) == ledger.head());
        Http.Answer first = http.get(annual + "&minPosition=" + ledger.head());
        withoutTheTables(() -> {
            assertThat(http.get(annual).text()).isEqualTo(first.text());
            String position = first.json().at("/knownAt/position").asString();
            assertThat(http.get(annual + "&knownAt=" + position).text()).isEqualTo(first.text());
        });
    }

    @Test
    void anotherQuestionIsAnotherReport() {
        Http.Answer first = http.get(annual + "&minPosition=" + ledger.head());
        List<String> others = List.of(
                http.get(annual + "&asOf=2023-06-30").text(),
                http.get(annual + "&quarter=1").text(),
                http.get(annual + "&changes=true").text(),
                http.get(annual + "&areaUnit=ha").text(),
                http.get(annual.replace("annual", "land")).text(),
                http.get(annual.replace("2023", "2022")).text(),
                http.get(annual + "&knownAt=" + (ledger.head() - 1)).text());
        assertThat(others).doesNotContain(first.text()).doesNotHaveDuplicates();
        assertThat(http.get(annual).text()).isEqualTo(first.text());
    }

    @Test
    void whatIsRefusedIsRefusedEachTime() {
        String unknown = "/api/v1/reports/annual?year=2023&zone=" + Commands.id("later");
        for (int i = 0; i < 2; i++) {
            assertThat(http.get(unknown).status()).isEqualTo(404);
            assertThat(http.get(annual + "&knownAt=999999999").status()).isEqualTo(503);
            assertThat(http.get(annual + "&knownAt=999999999&quarter=7").status())
                    .isEqualTo(400);
        }
        String zoneOfLater = unknown.substring(unknown.lastIndexOf('=') + 1);
        http.command("DesignateZone", Commands.zone(zoneOfLater));
        assertThat(http.get(unknown + "&minPosition=" + ledger.head()).status()).isEqualTo(200);
    }

    @Test
    void noReportIsOfAnotherPositionThanItSaysWhileOthersWrite() {
        // the zone itself must be known before anybody can ask for its report
        http.get(annual + "&minPosition=" + ledger.head());
        ConcurrentSkipListSet<Long> introduced = new ConcurrentSkipListSet<>();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 60; i++) {
                introduced.add(http.command("IntroduceProject", Commands.project(zone, Commands.id("busy")))
                        .json()
                        .get("lastPosition")
                        .asLong());
            }
        });
        List<CompletableFuture<List<JsonNode>>> readers = List.of(reader(writer), reader(writer));
        writer.join();
        readers.forEach(reader -> assertThat(reader.join()).isNotEmpty().allSatisfy(report -> {
            long position = report.at("/knownAt/position").asLong();
            assertThat(count(report))
                    .isEqualTo(introduced.headSet(position, true).size());
        }));
    }

    @Test
    void whoeverAsksForAReportThatIsBeingComputedWaitsForIt() throws Exception {
        http.get(annual + "&minPosition=" + ledger.head());
        String asked = annual + "&asOf=2023-05-31";
        List<CompletableFuture<String>> answers = new ArrayList<>();
        withoutTheTables(() -> {
            for (int i = 0; i < 6; i++) {
                answers.add(CompletableFuture.supplyAsync(() -> http.get(asked).text()));
            }
            await().until(() -> waiting() > 0);
            await().during(Duration.ofMillis(500)).until(() -> waiting() == 1);
        });
        assertThat(answers)
                .extracting(CompletableFuture::join)
                .allSatisfy(answer -> assertThat(answer).contains("\"2023-05-31\""))
                .containsOnly(answers.getFirst().join());
    }

    /** How many connections wait for a table. */
    private long waiting() throws SQLException {
        try (Connection other = DriverManager.getConnection(ledger.database().jdbcUrl(), "postgres", "");
                Statement statement = other.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from pg_locks where not granted and locktype = 'relation'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private CompletableFuture<List<JsonNode>> reader(CompletableFuture<Void> writer) {
        return CompletableFuture.supplyAsync(() -> {
            List<JsonNode> seen = new ArrayList<>();
            do {
                seen.add(http.get(annual).json());
            } while (!writer.isDone());
            return seen;
        });
    }

    private static int count(JsonNode report) {
        for (JsonNode figure : report.get("figures")) {
            if (figure.get("measure").asString().equals("projects.introduced")) {
                return Integer.parseInt(figure.get("value").asString());
            }
        }
        throw new AssertionError(report.toString());
    }

    /** Whoever computes a report meanwhile waits in vain. */
    private void withoutTheTables(Runnable action) throws Exception {
        try (Connection other = DriverManager.getConnection(ledger.database().jdbcUrl(), "postgres", "");
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table read.zone_designation, read.movement in access exclusive mode");
            action.run();
            other.rollback();
        }
    }
}
