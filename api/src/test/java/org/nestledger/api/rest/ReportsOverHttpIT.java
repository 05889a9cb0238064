package org.nestledger.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;
import tools.jackson.databind.JsonNode;

class ReportsOverHttpIT {

    private final ServedLedger ledger = ServedLedger.shared();
    private final Http http = ledger.http();
    private final String zone = Commands.newZone(http);

    @Test
    void publishedFiguresAreReconciled() {
        String figure = Commands.id("f");
        http.command("IntroduceProject", Commands.project(zone, Commands.id("j")));
        http.command("PublishFigure", Commands.figure(zone, figure, "projects.introduced", "0", "more-than"));

        JsonNode report = read("reconciliation?zone=" + zone + "&year=2023");
        JsonNode verdict = report.at("/figures/0/now/verdict");
        assertThat(report.at("/figures/0/published/figure").asString()).isEqualTo(figure);
        assertThat(verdict.get("code").asString()).isEqualTo("AGREES_AS_PUBLISHED");
        assertThat(verdict.get("cut").asString()).isEqualTo("more-than");
        assertThat(verdict.get("sentence").asString()).isEqualTo("1 is more than 0.");

        String before = "&knownAt=" + (ledger.head() - 1);
        assertThat(read("reconciliation?zone=" + zone + "&year=2023" + before).get("figures"))
                .isEmpty();
    }

    @Test
    void theCapitalOfAYearIsShown() {
        http.command("RecordFunding", """
            {"commandId":"%s","zone":"%s","source":"BOND","amount":{"value":"12.5","unit":"CNY"},
             "occurredOn":"2023-05-01"}""".formatted(Commands.id("funding"), zone));
        JsonNode line = read("capital?zone=" + zone + "&year=2023").at("/total/0");
        assertThat(line.get("item").asString()).isEqualTo("FUNDING_BOND");
        assertThat(line.at("/inPeriod/value").asString()).isEqualTo("12.5");
        assertThat(line.at("/toDate/unit").asString()).isEqualTo("CNY");
        assertThat(read("capital?zone=" + zone + "&year=2023&asOf=2023-04-30").get("total"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "annual,           /figures",
        "land,             /total",
        "quota,            /expiring",
        "pipeline,         /stages",
        "investment,       /byMonth",
        "permit-durations, /byKind",
        "targets,          /targets",
        "ranks,            /measures",
    })
    void everyReportOfAPeriodSaysWhichItIsOf(String name, String member) {
        for (String stated : new String[] {"2023 year=2023", "2023-Q3 year=2023&quarter=3", "2023-07 month=2023-07"}) {
            String period = stated.split(" ", 2)[0];
            JsonNode report = read(name + "?zone=" + zone + "&" + stated.split(" ", 2)[1]);
            assertThat(report.get("period").asString()).isEqualTo(period);
            assertThat(report.get("year").asInt()).isEqualTo(2023);
            assertThat(report.at(member).isArray()).as(report.toString()).isTrue();
            assertThat(report.has("changes")).isFalse();
        }
    }

    @Test
    void changesStandBesideTheReportsOwnMembers() {
        http.command("RecordFunding", """
            {"commandId":"%s","zone":"%s","source":"BOND","amount":{"value":"12.5","unit":"CNY"},
             "occurredOn":"2023-05-01"}""".formatted(Commands.id("funding"), zone));
        JsonNode report = read("capital?zone=" + zone + "&year=2023&quarter=2&changes=true");
        assertThat(report.get("period").asString()).isEqualTo("2023-Q2");
        assertThat(report.at("/total/0/inPeriod/value").asString()).isEqualTo("12.5");
        assertThat(report.at("/before/period").asString()).isEqualTo("2023-Q1");
        assertThat(report.at("/before/asOf").asString()).isEqualTo("2023-03-31");
        assertThat(report.at("/yearBefore/period").asString()).isEqualTo("2022-Q2");
        JsonNode change = report.at("/changes/0");
        assertThat(change.get("section").asString()).isEqualTo("total");
        assertThat(change.at("/key/item").asString()).isEqualTo("FUNDING_BOND");
        assertThat(change.get("value").asString()).isEqualTo("12.5");
        assertThat(change.get("unit").asString()).isEqualTo("CNY");
        assertThat(change.at("/before/value").asString()).isEqualTo("0");
        assertThat(change.at("/yearBefore/difference/value").asString()).isEqualTo("12.5");
    }

    @Test
    void theStagesAreShown() {
        http.command("IntroduceProject", Commands.project(zone, Commands.id("j")));
        JsonNode stage = read("stages?zone=" + zone + "&asOf=2023-12-31").at("/stages/0");
        assertThat(stage.get("stage").asString()).isEqualTo("INTRODUCED");
        assertThat(stage.get("projects").asLong()).isEqualTo(1);
        assertThat(stage.at("/planned/0/value").asString()).isEqualTo("1000000");
    }

    @Test
    void servicesAndLateStartsAreShown() {
        assertThat(read("services?zone=" + zone).get("plans")).isEmpty();
        assertThat(read("late-starts?zone=" + zone + "&asOf=2023-12-31").get("late"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reconciliation", "capital"})
    void aReportOfAYearNeedsOne(String name) {
        refused(name + "?zone=" + zone, 400, "MISSING_PARAMETER");
        refused(name + "?zone=nowhere&year=2023", 404, "UNKNOWN_ZONE");
        refused(name + "?zone=" + zone + "&year=this", 400, "INVALID_PARAMETER");
    }

    @ParameterizedTest
    @CsvSource({
        "stages?asOf=2023-12-31, 400, MISSING_PARAMETER",
        "stages?zone=nowhere, 404, UNKNOWN_ZONE",
        "late-starts?zone=nowhere&asOf=2023-02-30, 400, INVALID_PARAMETER",
        "late-starts?zone=nowhere&knownAt=soon, 400, INVALID_PARAMETER",
        "services?zone=nowhere&year=2023, 400, UNKNOWN_PARAMETER",
        "reconciliation?zone=nowhere&year=2023&quarter=1, 400, UNKNOWN_PARAMETER",
        "annual?zone=nowhere&year=2023&quarter=5, 400, INVALID_PARAMETER",
        "annual?zone=nowhere&quarter=1, 400, MISSING_PARAMETER",
        "annual?zone=nowhere&year=2023&month=2023-07, 400, INVALID_PARAMETER",
        "annual?zone=nowhere&month=2023-13, 400, INVALID_PARAMETER",
        "annual?zone=nowhere&year=2023&changes=some, 400, INVALID_PARAMETER",
        "annual?zone=nowhere&year=2023&changes=true, 404, UNKNOWN_ZONE",
        "reconciliation?zone=nowhere&year=2023&changes=true, 400, UNKNOWN_PARAMETER",
        "stages?zone=nowhere&changes=true, 400, UNKNOWN_PARAMETER",
        "weather?zone=nowhere, 404, NOT_FOUND",
        "services?zone=nowhere&knownAt=999999999, 503, NOT_YET",
    })
    void whatCannotBeAnsweredIsAProblem(String path, int status, String code) {
        refused(path, status, code);
    }

    private void refused(String path, int status, String code) {
        Http.Answer answer = http.get("/api/v1/reports/" + path);
        assertThat(answer.text()).contains("\"code\":\"" + code + "\"");
        assertThat(answer.status()).isEqualTo(status);
    }

    private JsonNode read(String path) {
        Http.Answer answer = http.get("/api/v1/reports/" + path + "&minPosition=" + ledger.head());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
