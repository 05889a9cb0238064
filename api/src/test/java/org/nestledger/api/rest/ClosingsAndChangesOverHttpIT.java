package org.nestledger.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;
import tools.jackson.databind.JsonNode;

/** A year is closed and restated: what it showed then, what it shows now, what changed in between, in any unit. */
class ClosingsAndChangesOverHttpIT {

    private final ServedLedger ledger = ServedLedger.shared();
    private final Http http = ledger.http();
    private final String zone = Commands.newZone(http);
    private final String parcel = Commands.id("p");

    private long record(String command, String json) {
        Http.Answer answer = http.command(command, json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().get("lastPosition").asLong();
    }

    private long acquire(String mu, String day) {
        return record("AcquireLand", """
            {"commandId":"%s","zone":"%s","parcel":"%s","area":{"value":"%s","unit":"mu"},
             "existing":{"value":"0","unit":"mu"},"occurredOn":"%s"}\
            """.formatted(Commands.id("acquire"), zone, parcel, mu, day));
    }

    private long close() {
        return record("ClosePeriod", """
            {"commandId":"%s","zone":"%s","through":"2022-12-31",
             "documents":[{"kind":"minutes","number":"2023-1"}]}\
            """.formatted(Commands.id("close"), zone));
    }

    private long reverse(long position) {
        return record("ReverseEntry", """
            {"commandId":"%s","zone":"%s","position":%d,"reason":"the deed was void","occurredOn":"2023-03-01"}\
            """.formatted(Commands.id("reverse"), zone, position));
    }

    @Test
    void aClosedYearKeepsItsFiguresUnderANameAndACheckpoint() throws InterruptedException {
        record("RegisterParcel", Commands.parcel(zone, parcel, "100"));
        long deed = acquire("30", "2022-03-01");
        acquire("15", "2022-04-01");
        long closed = close();
        long reversed = reverse(deed);

        JsonNode frozen = read("annual?year=2022").get("frozen");
        assertThat(frozen.at("/closing/name").asString()).isEqualTo(zone + "/2022-12-31");
        assertThat(frozen.at("/closing/position").asLong()).isEqualTo(closed);
        JsonNode acquired = frozen.get("figures")
                .valueStream()
                .filter(each -> each.get("measure").asString().equals("land.acquired"))
                .findFirst()
                .orElseThrow();
        assertThat(acquired.at("/frozen/value").asString()).isEqualTo("45");
        assertThat(acquired.at("/now/value").asString()).isEqualTo("15");
        assertThat(acquired.at("/difference/value").asString()).isEqualTo("-30");
        assertThat(acquired.at("/restatedBy/0").asLong()).isEqualTo(reversed);
        assertThat(read("annual?year=2022&knownAt=" + (closed - 1)).has("frozen"))
                .isFalse();

        JsonNode checkpoint = checkpointOfTheClosing();
        assertThat(checkpoint.get("size").asLong()).isGreaterThanOrEqualTo(closed);
        assertThat(checkpoint.get("root").asString()).hasSize(44);
        assertThat(read("closings?knownAt=" + (closed - 1)).get("closings")).isEmpty();
    }

    /** It is signed within a second, but may be signed after the question. */
    private JsonNode checkpointOfTheClosing() throws InterruptedException {
        for (int tries = 0; tries < 100; tries++) {
            JsonNode closing = read("closings").at("/closings/0");
            assertThat(closing.get("name").asString()).isEqualTo(zone + "/2022-12-31");
            if (closing.has("checkpoint")) {
                return closing.get("checkpoint");
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no checkpoint covers the closing");
    }

    @Test
    void whatChangedBetweenTwoMomentsIsTold() {
        record("RegisterParcel", Commands.parcel(zone, parcel, "100"));
        long first = acquire("30", "2023-03-01");
        long second = acquire("10", "2023-02-01");
        JsonNode diff = read("diff?year=2023&fromKnown=" + first + "&toKnown=" + second);
        JsonNode acquired = diff.at("/figures/0");
        assertThat(acquired.get("measure").asString()).isEqualTo("land.acquired");
        assertThat(acquired.at("/before/value").asString()).isEqualTo("30");
        assertThat(acquired.at("/after/value").asString()).isEqualTo("40");
        assertThat(acquired.at("/changedBy/0").asLong()).isEqualTo(second);
        assertThat(diff.at("/movements/0/position").asLong()).isEqualTo(second);
        assertThat(diff.at("/movements/0/flow").asString()).isEqualTo("ACQUIRE");
        assertThat(diff.at("/movements/0/amount/value").asString()).isEqualTo("10");
        assertThat(http.get("/api/v1/reports/diff?year=2023&zone=%s&fromKnown=%d&toKnown=%d"
                                .formatted(zone, second, first))
                        .text())
                .contains("\"status\":400", "\"code\":\"INVALID_PARAMETER\"", "Exchange fromKnown and toKnown.");
        assertThat(http.get("/api/v1/reports/diff?year=2023&fromKnown=999999999&zone=" + zone)
                        .text())
                .contains("\"status\":503", "\"code\":\"NOT_YET\"");
        // nothing came in the second quarter, at whose end there is more than was known
        assertThat(read("diff?year=2023&quarter=2&fromKnown=" + first)
                        .get("figures")
                        .valueStream())
                .isNotEmpty()
                .allMatch(figure -> figure.get("measure").asString().startsWith("annual/balances/"));
    }

    @Test
    void whatChangedInAnotherReportIsTold() {
        record("RegisterParcel", Commands.parcel(zone, parcel, "100"));
        long first = acquire("30", "2023-03-01");
        long second = acquire("10", "2023-02-01");
        JsonNode diff = read("diff?report=land&year=2023&fromKnown=" + first + "&toKnown=" + second);
        assertThat(diff.get("report").asString()).isEqualTo("land");
        JsonNode acquired = diff.get("figures")
                .valueStream()
                .filter(each -> each.get("measure").asString().equals("land/total/" + zone + "/land:acquired/ACQUIRE"))
                .findFirst()
                .orElseThrow();
        assertThat(acquired.at("/difference/value").asString()).isEqualTo("10");
        assertThat(acquired.get("changedBy").valueStream().map(JsonNode::asLong))
                .containsExactly(second);
        assertThat(read("diff?report=unsupported&year=2023&fromKnown=" + first).get("figures"))
                .isNotEmpty();
        assertThat(read("diff?report=stages&asOf=2023-06-30&fromKnown=" + first).get("figures"))
                .isEmpty();
    }

    @Test
    void aReportThatCannotBeComparedIsAnsweredByThoseThatCan() {
        assertThat(http.get("/api/v1/reports/diff?report=closings&fromKnown=1&zone=" + zone)
                        .text())
                .contains(
                        "\"status\":400",
                        "\"code\":\"INVALID_PARAMETER\"",
                        "State one of annual, approved-not-supplied,");
        assertThat(http.get("/api/v1/reports/diff?report=stages&year=2023&fromKnown=1&zone=" + zone)
                        .text())
                .contains("\"status\":400", "This report is of a day");
    }

    @Test
    void areasHaveTheUnitThatIsAskedFor() {
        record("RegisterParcel", Commands.parcel(zone, parcel, "100"));
        acquire("30", "2023-03-01");
        JsonNode figure = read("annual?year=2023&areaUnit=ha")
                .get("figures")
                .valueStream()
                .filter(each -> each.get("measure").asString().equals("land.acquired"))
                .findFirst()
                .orElseThrow();
        assertThat(figure.get("value").asString() + figure.get("unit").asString())
                .isEqualTo("2ha");
        JsonNode area = http.get("/api/v1/parcels/" + parcel + "?areaUnit=ha&minPosition=" + ledger.head())
                .json()
                .at("/parcel/area");
        assertThat(area.get("value").asString()).isEqualTo("6.666667");
        assertThat(area.at("/ratio/numerator").asLong()).isEqualTo(20);
        assertThat(area.at("/ratio/denominator").asLong()).isEqualTo(3);
        assertThat(http.get("/api/v1/parcels?areaUnit=m2&zone=" + zone)
                        .json()
                        .at("/items/0/area/unit")
                        .asString())
                .isEqualTo("m2");
    }

    @ParameterizedTest
    @CsvSource({
        "reports/diff?year=2023, 400, MISSING_PARAMETER",
        "reports/diff?fromKnown=1, 400, MISSING_PARAMETER",
        "reports/diff?year=2023&fromKnown=soon, 400, INVALID_PARAMETER",
        "reports/diff?year=2023&fromKnown=1&knownAt=2, 400, UNKNOWN_PARAMETER",
        "reports/diff?year=2023&fromKnown=1&toKnown=999999999, 503, NOT_YET",
        "reports/annual?year=2023&areaUnit=rod, 400, INVALID_PARAMETER",
        "parcels?areaUnit=, 400, INVALID_PARAMETER",
    })
    void whatCannotBeAskedIsAProblem(String path, int status, String code) {
        Http.Answer answer = http.get("/api/v1/" + path + "&zone=" + zone);
        assertThat(answer.text()).contains("\"code\":\"" + code + "\"");
        assertThat(answer.status()).isEqualTo(status);
    }

    private JsonNode read(String path) {
        Http.Answer answer = http.get("/api/v1/reports/" + path + (path.contains("?") ? "&" : "?") + "zone=" + zone
                + "&minPosition=" + ledger.head());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
