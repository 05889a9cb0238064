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
    void anAnswerIsTheSameTheSecondTimeToTheLastHeader(String path) {
        settle();
        String asked = path.formatted(zone);
        for (String form : List.of("application/json", "text/csv")) {
            if (path.contains("zones/") && form.equals("text/csv")) {
                continue;
            }
            await().untilAsserted(() -> {
                Http.Answer first = http.get(asked, "Accept", form);
                Http.Answer second = http.get(asked, "Accept", form);
                assertThat(second.status()).isEqualTo(200);
                assertThat(second.text()).isEqualTo(first.text());
                assertThat(lasting(second)).isEqualTo(lasting(first)).containsKey("etag");
            });
        }
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
