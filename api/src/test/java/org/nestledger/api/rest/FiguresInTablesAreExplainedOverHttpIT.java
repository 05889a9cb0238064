package org.nestledger.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;
import tools.jackson.databind.JsonNode;

class FiguresInTablesAreExplainedOverHttpIT {

    private final ServedLedger ledger = ServedLedger.shared();
    private final Http http = ledger.http();
    private final String zone = Commands.newZone(http);

    @Test
    void aFigureHasItsFormulaAndTheEntriesThatGiveIt() {
        http.command("IntroduceProject", Commands.project(zone, Commands.id("j")));
        long position = ledger.head();
        JsonNode json = read("stages/INTRODUCED/came", "").json();
        assertThat(json.get("measure").asString()).isEqualTo("pipeline/stages/INTRODUCED/came");
        assertThat(json.get("subject").asString()).isEqualTo(zone);
        assertThat(json.get("value").asString()).isEqualTo("1");
        assertThat(json.get("formula").asString()).isEqualTo("projects that came to it in the period");
        assertThat(json.get("entries")).hasSize(1);
        assertThat(json.at("/entries/0/position").asLong()).isEqualTo(position);
        assertThat(read("stages/INTRODUCED/came", "&knownAt=" + (position - 1))
                        .json()
                        .get("entries"))
                .isEmpty();
        assertThat(read("stages/INTRODUCED/came", "&asOf=2022-12-31")
                        .json()
                        .get("value")
                        .asString())
                .isEqualTo("0");
    }

    @Test
    void theEmptyCellOfAMoveFromOutsideIsEmptyInItsName() {
        http.command("IntroduceProject", Commands.project(zone, Commands.id("j")));
        JsonNode json = read("moves//INTRODUCED", "").json();
        assertThat(json.get("measure").asString()).isEqualTo("pipeline/moves//INTRODUCED");
        assertThat(json.get("value").asString()).isEqualTo("1");
    }

    @Test
    void aFigureOfAReportOfADayNamesTheDay() {
        http.command("IntroduceProject", Commands.project(zone, Commands.id("j")));
        Http.Answer answer = ask("stages", "INTRODUCED/projects", "&asOf=2023-12-31");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("measure").asString()).isEqualTo("stages/stages/INTRODUCED/projects");
        assertThat(answer.json().get("asOf").asString()).isEqualTo("2023-12-31");
        assertThat(answer.json().get("value").asString()).isEqualTo("1");
        assertThat(answer.json().get("entries")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "pipeline, stages/BUILDING/there,  &year=2023,                404, NO_FIGURE",
        "pipeline, opening,                &year=2023,                400, SEVERAL_FIGURES",
        "annual,   land.acquired,          &year=2023,                404, NO_FIGURE",
        "closings, total,                  '',                        404, NOT_FOUND",
        "stages,   total,                  '',                        404, NO_FIGURE",
        "stages,   stages/BUILDING/made,   &year=2023,                400, UNKNOWN_PARAMETER",
        "stages,   stages/BUILDING/made,   &month=2023-06,            400, UNKNOWN_PARAMETER",
        "nothing,  total,                  &year=2023,                404, NOT_FOUND",
        "pipeline, stages/BUILDING/came,   '',                        400, MISSING_PARAMETER",
        "pipeline, stages/BUILDING/came,   &year=2023&quarter=0,      400, INVALID_PARAMETER",
        "pipeline, stages/BUILDING/came,   &year=2023&subject=x,      400, UNKNOWN_PARAMETER",
        "pipeline, stages/BUILDING/came,   &year=2023&knownAt=999999, 503, NOT_YET",
    })
    void whatCannotBeExplainedIsAProblem(String report, String figure, String query, int status, String code) {
        Http.Answer answer = ask(report, figure, query);
        assertThat(answer.text()).contains("\"code\":\"" + code + "\"");
        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void aZoneThatIsUnknownAndAFigureThatIsMissingAreProblems() {
        assertThat(http.get("/api/v1/reports/land/explain?zone=nowhere&year=2023&figure=x")
                        .text())
                .contains("\"code\":\"UNKNOWN_ZONE\"");
        assertThat(http.get("/api/v1/reports/land/explain?zone=" + zone + "&year=2023")
                        .text())
                .contains("\"code\":\"MISSING_PARAMETER\"", "figure");
    }

    private Http.Answer read(String figure, String more) {
        Http.Answer answer = ask("pipeline", figure, "&year=2023" + more);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private Http.Answer ask(String report, String figure, String query) {
        return http.get("/api/v1/reports/" + report + "/explain?zone=" + zone + "&figure="
                + URLEncoder.encode(figure, StandardCharsets.UTF_8) + query + "&minPosition=" + ledger.head());
    }
}
