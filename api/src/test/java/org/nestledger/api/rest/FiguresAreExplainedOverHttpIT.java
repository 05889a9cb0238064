package org.nestledger.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;
import tools.jackson.databind.JsonNode;

class FiguresAreExplainedOverHttpIT {

    private final ServedLedger ledger = ServedLedger.shared();
    private final Http http = ledger.http();
    private final String zone = Commands.newZone(http);

    @Test
    void aFigureHasItsFormulaAndTheEntriesThatGiveIt() {
        http.command("IntroduceProject", Commands.project(zone, Commands.id("j")));
        long position = ledger.head();
        JsonNode json = read("projects.introduced", "");
        assertThat(json.propertyNames())
                .contains("measure", "subject", "value", "unit", "formula", "entries", "asOf", "knownAt");
        assertThat(json.get("value").asString()).isEqualTo("1");
        assertThat(json.get("unit").asString()).isEqualTo("count");
        JsonNode entry = json.at("/entries/0");
        assertThat(entry.propertyNames())
                .containsExactlyInAnyOrder("position", "eventId", "type", "occurredOn", "flow", "from", "to", "amount");
        assertThat(entry.get("position").asLong()).isEqualTo(position);
        assertThat(entry.get("type").asString()).isEqualTo("project.ProjectIntroduced");
        assertThat(entry.at("/amount/value").asString()).isEqualTo("1");
        assertThat(entry.at("/amount/unit").asString()).isEqualTo("count");
        assertThat(read("projects.introduced", "&knownAt=" + (position - 1)).get("entries"))
                .isEmpty();
        assertThat(read("projects.introduced", "&asOf=2022-12-31").get("value").asString())
                .isEqualTo("0");
    }

    @Test
    void aQuotientHasItsPartsAndAllTheirEntries() {
        http.command("IntroduceProject", Commands.project(zone, Commands.id("j")));
        JsonNode json = read("projects.introduced.qualified.share", "");
        assertThat(json.get("value").asString()).isEqualTo("0");
        assertThat(json.at("/ratio/denominator").asInt()).isEqualTo(1);
        assertThat(json.at("/parts/0/name").asString()).isEqualTo("numerator");
        assertThat(json.at("/parts/1/measure").asString()).isEqualTo("projects.introduced");
        assertThat(json.get("entries")).hasSize(1).isEqualTo(json.at("/parts/1/entries"));
    }

    @Test
    void aQuarterAndAMonthAreExplainedToo() {
        http.command("IntroduceProject", Commands.project(zone, Commands.id("j")));
        JsonNode year = read("projects.introduced", "");
        String day = year.at("/entries/0/occurredOn").asString();
        int quarter = (Integer.parseInt(day.substring(5, 7)) + 2) / 3;
        JsonNode ofQuarter = read("projects.introduced", "&quarter=" + quarter);
        assertThat(ofQuarter.get("period").asString()).isEqualTo("2023-Q" + quarter);
        assertThat(ofQuarter.get("entries")).isEqualTo(year.get("entries"));
        assertThat(read("projects.introduced", "&quarter=" + (quarter % 4 + 1)).get("entries"))
                .isEmpty();
        Http.Answer month = http.get("/api/v1/reports/annual/figures/projects.introduced/explain?zone=" + zone
                + "&month=" + day.substring(0, 7) + "&minPosition=" + ledger.head());
        assertThat(month.json().get("period").asString()).isEqualTo(day.substring(0, 7));
        assertThat(month.json().get("value").asString()).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "land.aquired,                       ?year=2023&zone=ZONE,                404, UNKNOWN_MEASURE",
        "land.rescinded.rank,                ?year=2023&zone=ZONE,                404, UNKNOWN_MEASURE",
        "projects.introduced.interval,       ?year=2023&zone=ZONE,                404, NO_FIGURE",
        "land.acquired,                      ?year=2023&zone=ZONE&subject=other,  404, NO_FIGURE",
        "permits.four-certificates.fastest,  ?year=2023&zone=ZONE&subject=nobody, 404, NO_FIGURE",
        "land.acquired,                      ?year=2023&zone=nowhere,             404, UNKNOWN_ZONE",
        "land.acquired,                      ?year=2023,                          400, MISSING_PARAMETER",
        "land.acquired,                      ?zone=ZONE,                          400, MISSING_PARAMETER",
        "land.acquired,                      ?year=2023&zone=ZONE&quarter=0,      400, INVALID_PARAMETER",
        "land.acquired,                      ?year=2023&zone=ZONE&month=2023-01,  400, INVALID_PARAMETER",
        "land.acquired,                      ?year=2023&zone=ZONE&period=2023,    400, UNKNOWN_PARAMETER",
        "land.acquired,                      ?year=2023&zone=ZONE&asOf=soon,      400, INVALID_PARAMETER",
        "land.acquired,                      ?year=2023&zone=ZONE&knownAt=999999, 503, NOT_YET",
    })
    void whatCannotBeExplainedIsAProblem(String measure, String query, int status, String code) {
        Http.Answer answer = http.get("/api/v1/reports/annual/figures/" + measure + "/explain"
                + query.replace("ZONE", zone) + "&minPosition=" + ledger.head());
        assertThat(answer.text()).contains("\"code\":\"" + code + "\"");
        assertThat(answer.status()).isEqualTo(status);
    }

    private JsonNode read(String measure, String more) {
        Http.Answer answer = http.get("/api/v1/reports/annual/figures/" + measure + "/explain?zone=" + zone
                + "&year=2023&minPosition=" + ledger.head() + more);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
