package org.nestledger.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;
import tools.jackson.databind.JsonNode;

class ReadingOverHttpIT {

    private final ServedLedger ledger = ServedLedger.shared();
    private final Http http = ledger.http();
    private final String zone = Commands.newZone(http);

    @Test
    void aZoneIsListedAndShown() {
        JsonNode list = read("/api/v1/zones?zone=" + zone + "&kind=ZONE&q=zone");
        assertThat(list.at("/items/0/id").asString()).isEqualTo(zone);
        JsonNode one = read("/api/v1/zones/" + zone);
        assertThat(one.at("/zone/name").asString()).isEqualTo("Zone " + zone);
        assertThat(one.at("/history/0/type").asString()).isEqualTo("zone.ZoneDesignated");
        assertThat(one.has("balances")).isTrue();
    }

    @Test
    void aParcelIsListedAndShownWithItsBalances() {
        String parcel = Commands.id("p");
        http.command("RegisterParcel", Commands.parcel(zone, parcel, "12.5"));
        http.command("AcquireLand", """
            {"commandId":"acquire-%s","zone":"%s","parcel":"%s","area":{"value":"2.5","unit":"mu"},
             "occurredOn":"2021-04-01"}""".formatted(parcel, zone, parcel));

        JsonNode list = read("/api/v1/parcels?zone=" + zone + "&use=industrial&sort=-area");
        assertThat(list.at("/items/0/area/value").asString()).isEqualTo("12.5");
        JsonNode one = read("/api/v1/parcels/" + parcel);
        assertThat(one.get("balances").toString()).contains("land:acquired").contains("\"2.5\"");
        assertThat(one.get("history")).hasSize(2);
    }

    @Test
    void aProjectIsListedAndShown() {
        String project = Commands.id("j");
        http.command("IntroduceProject", Commands.project(zone, project));

        JsonNode list = read("/api/v1/projects?zone=" + zone + "&stage=INTRODUCED&q=%E7%94%B5%E6%B1%A0");
        assertThat(list.at("/items/0/id").asString()).isEqualTo(project);
        assertThat(read("/api/v1/projects?zone=" + zone + "&stage=PRODUCING").get("items"))
                .isEmpty();
        JsonNode one = read("/api/v1/projects/" + project);
        assertThat(one.at("/project/name").asString()).isEqualTo("电池厂");
        assertThat(one.at("/project/planned/unit").asString()).isEqualTo("CNY");
    }

    @Test
    void aListIsReadPageByPage() {
        List<String> parcels =
                IntStream.range(0, 7).mapToObj(i -> Commands.id("page")).toList();
        parcels.forEach(parcel -> http.command("RegisterParcel", Commands.parcel(zone, parcel, "1")));
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = read("/api/v1/parcels?zone=" + zone + "&limit=3" + cursor);
            page.get("items").forEach(item -> seen.add(item.get("id").asString()));
            cursor = page.has("next") ? "&cursor=" + page.get("next").asString() : "";
        } while (!cursor.isEmpty());
        assertThat(seen).containsExactlyInAnyOrderElementsOf(parcels);
    }

    @Test
    void aWriteIsReadByWhoPassesItsPosition() {
        for (int i = 0; i < 20; i++) {
            String parcel = Commands.id("own");
            Http.Answer written = http.command("RegisterParcel", Commands.parcel(zone, parcel, "1"));
            Http.Answer answer = http.get("/api/v1/parcels/" + parcel + "?minPosition="
                    + written.json().get("lastPosition").asLong());
            assertThat(answer.status()).isEqualTo(200);
        }
    }

    @Test
    void aPositionThatDoesNotComeIsWaitedForAndThenRefused() {
        Http.Answer answer = http.get("/api/v1/zones?minPosition=" + (ledger.head() + 1_000));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().get("code").asString()).isEqualTo("NOT_YET");
        assertThat(answer.headers()).containsKey("retry-after");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/zones?colour=red, UNKNOWN_PARAMETER",
        "/api/v1/parcels?stage=INTRODUCED, UNKNOWN_PARAMETER",
        "/api/v1/zones?kind=TOWN, INVALID_PARAMETER",
        "/api/v1/projects?stage=introduced, INVALID_PARAMETER",
        "/api/v1/zones?sort=colour, INVALID_PARAMETER",
        "/api/v1/zones?limit=0, INVALID_PARAMETER",
        "/api/v1/zones?limit=1001, INVALID_PARAMETER",
        "/api/v1/zones?limit=many, INVALID_PARAMETER",
        "/api/v1/zones?limit=1&limit=2, INVALID_PARAMETER",
        "/api/v1/zones?q=, INVALID_PARAMETER",
        "/api/v1/zones?cursor=nonsense, INVALID_PARAMETER",
        "/api/v1/zones?minPosition=-1, INVALID_PARAMETER",
        "/api/v1/zones?minPosition=99999999999999999999, INVALID_PARAMETER",
        "/api/v1/parcels?zone=nowhere, UNKNOWN_ZONE",
        "/api/v1/reports/annual?zone=x, MISSING_PARAMETER",
        "/api/v1/reports/annual?year=2023, MISSING_PARAMETER",
        "/api/v1/reports/annual?zone=x&year=MMXXIII, INVALID_PARAMETER",
        "/api/v1/reports/annual?zone=x&year=2023&asOf=2023-02-30, INVALID_PARAMETER",
        "/api/v1/reports/annual?zone=x&year=2023&knownAt=yesterday, INVALID_PARAMETER",
    })
    void aParameterThatCannotBeTakenIsRefused(String path, String code) {
        Http.Answer answer = http.get(path);
        assertThat(answer.text()).contains("\"code\":\"" + code + "\"");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.type()).startsWith("application/problem+json");
    }

    @Test
    void theAnnualReportIsComputedForItsDates() {
        String project = Commands.id("j");
        http.command("IntroduceProject", Commands.project(zone, project));
        JsonNode report = read("/api/v1/reports/annual?zone=" + zone + "&year=2023");

        assertThat(report.get("asOf").asString()).isEqualTo("2023-12-31");
        assertThat(report.at("/knownAt/position").asLong()).isEqualTo(ledger.head());
        assertThat(introduced(report)).isEqualTo("1");
        assertThat(introduced(read("/api/v1/reports/annual?zone=" + zone + "&year=2023&asOf=2023-03-31")))
                .isEqualTo("0");
        long before = ledger.head() - 1;
        assertThat(introduced(read("/api/v1/reports/annual?zone=" + zone + "&year=2023&knownAt=" + before)))
                .isEqualTo("0");
    }

    @Test
    void aReportOfAnUnknownZoneIsNotFound() {
        Http.Answer answer = http.get("/api/v1/reports/annual?zone=nowhere&year=2023");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("code").asString()).isEqualTo("UNKNOWN_ZONE");
    }

    private static String introduced(JsonNode report) {
        for (JsonNode figure : report.get("figures")) {
            if (figure.get("measure").asString().equals("projects.introduced")) {
                return figure.get("value").asString();
            }
        }
        throw new AssertionError(report.toString());
    }

    private JsonNode read(String path) {
        Http.Answer answer = http.get(path + (path.contains("?") ? "&" : "?") + "minPosition=" + ledger.head());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
