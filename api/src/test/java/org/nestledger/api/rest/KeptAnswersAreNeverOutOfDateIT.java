package org.nestledger.api.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;

class KeptAnswersAreNeverOutOfDateIT {

    private final ServedLedger ledger = ServedLedger.shared();
    private final Http http = ledger.http();
    private final String zone = Commands.newZone(http);

    @Test
    void whoeverWaitsForAWriteSeesItThoughTheAnswerBeforeIsKept() {
        String parcels = "/api/v1/parcels?limit=1000&zone=" + zone;
        for (int i = 0; i < 40; i++) {
            String parcel = Commands.id("kept");
            long position = http.command("RegisterParcel", Commands.parcel(zone, parcel, "1"))
                    .json()
                    .get("lastPosition")
                    .asLong();
            assertThat(http.get(parcels + "&minPosition=" + position).text()).contains("\"" + parcel + "\"");
            assertThat(http.get(parcels).text()).contains("\"" + parcel + "\"");
        }
    }

    /** A report changes once more when the last events are signed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/zones/%s",
                "/api/v1/zones?limit=1",
                "/api/v1/reports/annual?year=2023&zone=%s",
                "/api/v1/reports/closings?zone=%s"
            })
    void anAnswerIsTheSameEachTimeToTheLastHeader(String path) {
        settle();
        String asked = path.formatted(zone);
        for (String form : List.of("application/json", "text/csv")) {
            if (path.contains("zones/") && form.equals("text/csv")) {
                continue;
            }
            await().untilAsserted(() -> {
                Http.Answer first = http.get(asked, "Accept", form);
                Http.Answer second = http.get(asked, "Accept", form);
                Http.Answer third = http.get(asked, "Accept", form);
                assertThat(List.of(second, third)).allSatisfy(again -> {
                    assertThat(again.status()).isEqualTo(200);
                    assertThat(again.text()).isEqualTo(first.text());
                    assertThat(lasting(again)).isEqualTo(lasting(first)).containsKey("etag");
                });
            });
        }
    }

    /** From the third time on nothing but the question is looked at, which must not be seen from outside. */
    @Test
    void whatIsGivenAgainIsAnsweredByTheRulesOfHttp() {
        settle();
        String asked = "/api/v1/zones/" + zone + "?asOf=2023-12-31";
        String tag = http.get(asked).headers().get("etag");
        for (int i = 0; i < 4; i++) {
            assertThat(http.get(asked, "If-None-Match", tag).status()).isEqualTo(304);
            assertThat(http.get(asked, "If-None-Match", "*").status()).isEqualTo(304);
            assertThat(http.get(asked, "If-None-Match", "\"other\"").status()).isEqualTo(200);
            assertThat(http.get(asked, "Accept", "image/png").status()).isEqualTo(406);
            assertThat(http.get(asked + "&colour=red").status()).isEqualTo(400);
            assertThat(http.post(asked, new byte[0], "application/json").status())
                    .isEqualTo(405);
            assertThat(http.get(asked).headers()).containsEntry("etag", tag);
        }
    }

    @Test
    void whatIsGivenAgainIsCountedAtItsAddress() {
        settle();
        String pattern = "/api/v1/zones/%7Bid%7D";
        double before = counted(pattern);
        for (int i = 0; i < 10; i++) {
            http.get("/api/v1/zones/" + zone + "?asOf=2023-11-30");
        }
        assertThat(counted(pattern) - before).isGreaterThanOrEqualTo(10);
    }

    private double counted(String pattern) {
        String measured = http.get("/actuator/metrics/http.server.requests?tag=uri:" + pattern)
                .text();
        return measured.isEmpty() || !measured.contains("COUNT")
                ? 0
                : Double.parseDouble(measured.replaceFirst("(?s)^.*\"COUNT\",\"value\":([0-9.E]+).*$", "$1"));
    }

    private void settle() {
        assertThat(http.get("/api/v1/zones?limit=1&minPosition=" + ledger.head())
                        .status())
                .isEqualTo(200);
    }

    private static Map<String, String> lasting(Http.Answer answer) {
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.remove("date");
        return headers;
    }

    @Test
    void unitsAndFormsAreOtherAnswers() {
        settle();
        String report = "/api/v1/reports/annual?year=2023&zone=" + zone;
        String recorded = http.get(report).text();
        http.get(report);
        assertThat(http.get(report + "&areaUnit=ha").text()).isNotEqualTo(recorded);
        assertThat(http.get(report, "Accept", "text/csv").type()).startsWith("text/csv");
        assertThat(http.get(report).text()).isEqualTo(recorded);
    }
}
