package org.nestledger.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestledger.api.testing.BookCommands;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;
import tools.jackson.databind.JsonNode;

class TheBooksOverHttpIT {

    private static String zone;

    private final ServedLedger ledger = ServedLedger.shared();
    private final Http http = ledger.http();

    @BeforeEach
    void oneOfEach() {
        if (zone == null) {
            zone = Commands.newZone(http);
            BookCommands.of(zone).forEach(given -> {
                Http.Answer answer = http.command(given.name(), given.body());
                assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "permits?zone={z}                                       | a-{z} b-{z}",
                "permits?zone={z}&kind=REAL_ESTATE&status=APPLIED       | b-{z}",
                "permits?zone={z}&enterprise=e-{z}&q=cp-9               | a-{z}",
                "permits?project=j-{z}&sort=-decidedOn&limit=1          | b-{z}",
                "powers?zone={z}&batch=first                            | {z}/w1 {z}/w2",
                "powers?zone={z}&covers=CONSTRUCTION_PLANNING           | {z}/w1",
                "powers?zone={z}&withdrawn=true                         | ''",
                "services?zone={z}&project=j-{z}&plan=pl-{z}            | pl-{z}/power pl-{z}/road",
                "services?zone={z}&open=true                            | pl-{z}/power",
                "services?zone={z}&lateOn=2023-04-30                    | ''",
                "services?zone={z}&lateOn=2023-05-01                    | pl-{z}/power",
                "claims?zone={z}&measure=land.acquired&retracted=false  | f-{z}",
                "claims?subject={z}&q=DAILY                             | f-{z}",
                "visits?zone={z}&from=2023-12-01&to=2023-12-01          | {z}/2023-12-01",
                "visits?zone={z}&from=2023-12-02                        | ''",
                "enterprises?zone={z}&q=%E7%BB%BF                       | e-{z}",
                "supplies?zone={z}&parcel=p-{z}&method=TENDER           | s-{z}",
                "supplies?zone={z}&project=nobody                       | ''",
                "quotas?zone={z}&year=2023&sort=-granted                | {z}/2023",
                "permits?zone={z}&asOf=2023-02-02                       | ''",
                "supplies?zone={z}&asOf=2023-01-31                      | ''",
                "funds?enterprise=e-{z}&asOf=2023-03-02                 | ''",
                "projects?zone={z}&knownAt=2100-01-01T00:00:00Z         | j-{z}",
            })
    void whatIsAskedForIsListed(String path, String ids) {
        assertThat(ids(path)).isEqualTo(here(ids));
    }

    @Test
    void oneIsShownAsOfAnyDayAsKnownAtAnyMoment() {
        JsonNode decided = read("/api/v1/permits/a-{z}");
        JsonNode applied = read("/api/v1/permits/a-{z}?asOf=2023-02-04");
        assertThat(applied.at("/permit/status").asString()).isEqualTo("APPLIED");
        assertThat(applied.get("history")).hasSize(1);
        String first = decided.at("/history/1/position").asString();
        assertThat(read("/api/v1/permits/a-{z}?knownAt=" + first)).isEqualTo(applied);
    }

    @ParameterizedTest
    @CsvSource({
        "permits?asOf=yesterday, 400, INVALID_PARAMETER",
        "visits?knownAt=soon, 400, INVALID_PARAMETER",
        "powers?knownAt=999999999, 503, NOT_YET",
        "zones/nowhere?knownAt=1, 404, NOT_FOUND",
    })
    void datesThatCannotBeTakenAreAProblem(String path, int status, String code) {
        Http.Answer answer = http.get("/api/v1/" + path);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).contains("\"code\":\"" + code + "\"");
    }

    @Test
    void fundsAreListedByWhatTheyAre() {
        JsonNode bond =
                read("/api/v1/funds?zone={z}&kind=FUNDING&source=BOND&q=series").get("items");
        assertThat(bond).hasSize(1);
        assertThat(bond.at("/0/amount/value").asString()).isEqualTo("5000");
        JsonNode paid = read("/api/v1/funds?supply=s-{z}&enterprise=e-{z}&from=2023-03-03&to=2023-03-03")
                .get("items");
        assertThat(paid).hasSize(1);

        JsonNode one = read("/api/v1/funds/" + paid.at("/0/id").asString());
        assertThat(one.at("/fund/kind").asString()).isEqualTo("PAYMENT");
        assertThat(one.at("/history/0/type").asString()).isEqualTo("fund.LandPaid");
    }

    @Test
    void theJournalIsListedByWhatItsEntriesAreAbout() {
        JsonNode taken =
                read("/api/v1/journal?zone={z}&account=land:serviced&flow=SUPPLY&from=2023-02-01&to=2023-02-01")
                        .get("items");
        assertThat(taken).hasSize(1);
        assertThat(taken.at("/0/amount/value").asString()).isEqualTo("-8");
        assertThat(taken.at("/0/against").asString()).isEqualTo("land:supplied");
        assertThat(read("/api/v1/journal?supply=s-{z}&parcel=p-{z}&project=j-{z}&flow=SUPPLY")
                        .get("items"))
                .as("both sides")
                .hasSize(2);
        assertThat(read("/api/v1/journal?zone={z}&asOf=2023-01-31&flow=SUPPLY").get("items"))
                .isEmpty();
    }

    @Test
    void eachIsShownWithItsHistory() {
        assertThat(read("/api/v1/permits/a-{z}").at("/permit/certificate").asString())
                .isEqualTo("CP-9");
        assertThat(read("/api/v1/permits/a-{z}").get("history")).hasSize(2);
        assertThat(read("/api/v1/powers/{z}/w1").get("granted").asInt()).isEqualTo(1);
        assertThat(read("/api/v1/powers/{z}/w1").get("history")).hasSize(2);
        assertThat(read("/api/v1/services/pl-{z}").at("/plan/services/1/result").asString())
                .isEqualTo("open");
        assertThat(read("/api/v1/services/pl-{z}/power").get("dueOn").asString())
                .isEqualTo("2023-04-30");
        assertThat(read("/api/v1/claims/f-{z}").at("/claim/precision").asString())
                .isEqualTo("rounded:1");
        assertThat(read("/api/v1/claims/f-{z}").at("/claim/period").asString()).isEqualTo("2023");
        assertThat(read("/api/v1/visits/{z}/2023-12-01").at("/visits/visits").asInt())
                .isEqualTo(77);
        assertThat(read("/api/v1/enterprises/e-{z}").at("/projects/0/id").asString())
                .isEqualTo(here("j-{z}"));
        assertThat(read("/api/v1/quotas/{z}/2023").at("/quota/available/value").asString())
                .isEqualTo("50");
    }

    @Test
    void aSupplyShowsItsPaymentsAndWhatIsDue() {
        JsonNode supply = read("/api/v1/supplies/s-{z}");
        assertThat(supply.at("/payments/0/amount/value").asString()).isEqualTo("40");
        assertThat(supply.at("/due/value").asString()).isEqualTo("60.5");
        assertThat(supply.at("/due/unit").asString()).isEqualTo("CNY");
    }

    @Test
    void aProjectShowsItsPermitsAndServicePlans() {
        JsonNode project = read("/api/v1/projects/j-{z}");
        assertThat(project.get("permits")).hasSize(2);
        assertThat(project.at("/servicePlans/0/services/0/name").asString()).isEqualTo("Connect power");
    }

    @ParameterizedTest
    @CsvSource({
        "permits?stage=BUILDING, UNKNOWN_PARAMETER",
        "permits?kind=DRIVING, INVALID_PARAMETER",
        "permits?zone=nowhere, UNKNOWN_ZONE",
        "powers?withdrawn=perhaps, INVALID_PARAMETER",
        "powers?covers=all, INVALID_PARAMETER",
        "services?lateOn=tomorrow, INVALID_PARAMETER",
        "services?open=2, INVALID_PARAMETER",
        "services?sort=result, INVALID_PARAMETER",
        "funds?kind=GIFT, INVALID_PARAMETER",
        "funds?from=2023-02-30, INVALID_PARAMETER",
        "funds?cursor=x, INVALID_PARAMETER",
        "claims?retracted=maybe, INVALID_PARAMETER",
        "claims?figure=f, UNKNOWN_PARAMETER",
        "visits?zone=nowhere, UNKNOWN_ZONE",
        "visits?q=x, UNKNOWN_PARAMETER",
        "visits/z/today, INVALID_PARAMETER",
        "journal?account=gold, INVALID_PARAMETER",
        "journal?flow=GIFT, INVALID_PARAMETER",
        "journal?from=2023-12-31&to=2023-01-01, INVALID_PARAMETER",
        "visits?from=2023-12-31&to=2023-01-01, INVALID_PARAMETER",
        "enterprises?limit=0, INVALID_PARAMETER",
        "supplies?method=GIFT, INVALID_PARAMETER",
        "quotas?year=MMXXIII, INVALID_PARAMETER",
        "quotas/z/MMXXIII, INVALID_PARAMETER",
    })
    void aParameterThatCannotBeTakenIsRefused(String path, String code) {
        Http.Answer answer = http.get("/api/v1/" + path);
        assertThat(answer.text()).contains("\"code\":\"" + code + "\"");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.type()).startsWith("application/problem+json");
    }

    @Test
    void aWrongValueIsToldWhatItCanBe() {
        assertThat(http.get("/api/v1/powers?withdrawn=perhaps").text())
                .contains("\\\"withdrawn\\\" cannot be taken: it is true or false.");
        assertThat(http.get("/api/v1/journal?account=gold").text())
                .contains("there is no account \\\"gold\\\"; give one of land:outside, land:opening,");
        assertThat(http.get("/api/v1/funds?from=2023-12-31&to=2023-01-01").text())
                .contains("the first day, 2023-12-31, is after the last, 2023-01-01; exchange them.");
    }

    @ParameterizedTest
    @CsvSource({
        "permits/nothing, permit",
        "powers/nowhere/nothing, power",
        "services/nothing, service plan",
        "services/nothing/at-all, service",
        "funds/999999999, fund",
        "funds/nothing, fund",
        "claims/nothing, published figure",
        "visits/nowhere/2023-01-01, count of visits",
        "enterprises/nothing, enterprise",
        "supplies/nothing, supply",
        "quotas/nowhere/2023, quota",
    })
    void whatIsNotThereIsNotFound(String path, String kind) {
        Http.Answer answer = http.get("/api/v1/" + path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("code").asString()).isEqualTo("NOT_FOUND");
        assertThat(answer.json().get("detail").asString()).startsWith("There is no " + kind + " \"");
    }

    private String ids(String path) {
        StringBuilder ids = new StringBuilder();
        read("/api/v1/" + path)
                .get("items")
                .forEach(item -> ids.append(" ").append(item.get("id").asString()));
        return ids.toString().strip();
    }

    private JsonNode read(String path) {
        Http.Answer answer = http.get(here(path) + (path.contains("?") ? "&" : "?") + "minPosition=" + ledger.head());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static String here(String text) {
        return text.replace("{z}", zone);
    }
}
