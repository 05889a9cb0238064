package org.nestledger.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;

class TheFormThatIsAcceptedIsGivenIT {

    private static final String CSV = "text/csv";

    private final ServedLedger ledger = ServedLedger.shared();
    private final Http http = ledger.http();
    private final String zone = Commands.newZone(http);

    @BeforeEach
    void caughtUp() {
        http.get("/api/v1/zones?minPosition=" + ledger.head());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/csv                                         | text/csv",
                "text/*                                           | text/csv",
                "*/*                                              | application/json",
                "application/*                                    | application/json",
                "text/csv;q=0.4, application/json;q=0.5           | application/json",
                "text/csv;q=0.5, application/json;q=0.4           | text/csv",
                "text/csv, */*;q=0.1                              | text/csv",
                "text/html, application/xml;q=0.9, */*;q=0.8      | application/json",
                "text/csv;header=present                          | text/csv",
                "application/json;q=0, text/csv;q=0.1             | text/csv",
                "application/json;q=0, */*                        | text/csv",
                "text/csv;q=0, */*                                | application/json",
            })
    void theFormThatIsPreferredIsGiven(String accept, String type) {
        for (String path : List.of("/api/v1/zones", "/api/v1/reports/annual?zone=" + zone + "&year=2023")) {
            Http.Answer answer = http.get(path, "Accept", accept.strip());
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.type()).startsWith(type);
            assertThat(answer.headers().get("vary")).contains("Accept");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/zones",
                "/api/v1/reports/annual?zone=z&year=2023",
                "/api/v1/reports/nothing",
                "/api/v1/refusals"
            })
    void whatIsNotThereSaysWhichFormsAre(String path) {
        for (String accept : List.of("text/html", "application/json;q=0", "image/*, text/plain")) {
            Http.Answer refused = http.get(path, "Accept", accept);
            assertThat(refused.status()).as(accept).isEqualTo(406);
            assertThat(refused.type()).startsWith("application/problem+json");
            assertThat(refused.json().get("code").asString()).isEqualTo("NOT_ACCEPTABLE");
            assertThat(refused.headers()).doesNotContainKey("etag");
        }
        assertThat(http.get(path, "Accept", "text/html").json().get("remedy").asString())
                .isEqualTo("Accept application/json or text/csv.");
    }

    @Test
    void aSingleEntryIsJsonAlone() {
        Http.Answer refused = http.get("/api/v1/zones/" + zone, "Accept", CSV);
        assertThat(refused.status()).isEqualTo(406);
        assertThat(refused.json().get("remedy").asString()).isEqualTo("Accept application/json.");
    }

    @Test
    void aRefusalIsAProblemWhateverIsAccepted() {
        for (String path : List.of("zones?kind=no", "reports/annual?zone=nowhere&year=2023", "parcels?zone=nowhere")) {
            Http.Answer refused = http.get("/api/v1/" + path, "Accept", CSV);
            assertThat(refused.status()).isBetween(400, 404);
            assertThat(refused.type()).startsWith("application/problem+json");
        }
    }

    @Test
    void eachFormHasItsOwnTag() {
        String asked = "/api/v1/parcels?zone=" + zone;
        String json = http.get(asked).headers().get("etag");
        String csv = http.get(asked, "Accept", CSV).headers().get("etag");
        assertThat(csv).isNotEqualTo(json);
        assertThat(http.get(asked, "Accept", CSV, "If-None-Match", csv).status())
                .isEqualTo(304);
        assertThat(http.get(asked, "Accept", CSV, "If-None-Match", json).status())
                .isEqualTo(200);
        assertThat(http.get(asked, "If-None-Match", json).status()).isEqualTo(304);
        assertThat(http.get(asked, "Accept", "application/*", "If-None-Match", json)
                        .status())
                .isEqualTo(304);
    }
}
