package org.nestledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import tools.jackson.databind.JsonNode;

/** Two zones of a province are ranked with each other; who reads one of them learns the other's values alone. */
class RanksShowValuesAndNoEntriesOfOthersIT {

    private final SecuredLedger ledger = SecuredLedger.shared();
    private final String province = Commands.id("province");
    private final String mine = province + "-mine";
    private final String other = province + "-other";
    private long head;

    @BeforeEach
    void grantQuota() {
        designate(province, "PROVINCE", "");
        for (String zone : new String[] {mine, other}) {
            designate(zone, "ZONE", ",\"parent\":\"" + province + "\"");
            record("GrantQuota", """
                {"commandId":"grant-%1$s","zone":"%1$s","year":2023,"area":{"value":"%2$s","unit":"mu"},
                 "occurredOn":"2023-01-10","documents":[{"kind":"quota","number":"1"}]}""".formatted(zone, zone.equals(mine) ? "7" : "9"));
        }
        ledger.everything().get("/api/v1/zones?minPosition=" + head);
    }

    private void designate(String zone, String kind, String more) {
        record("DesignateZone", """
            {"commandId":"zone-%1$s","zone":"%1$s","kind":"%2$s","name":"Zone","occurredOn":"2020-01-01"%3$s}""".formatted(zone, kind, more));
    }

    private void record(String command, String body) {
        Http.Answer answer = ledger.everything().command(command, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        head = answer.json().get("lastPosition").asLong();
    }

    private JsonNode read(String reader, String figure) {
        Http.Answer answer = ledger.bearer(reader).get("/api/v1/reports/" + figure + "zone=" + mine + "&year=2023");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void theRankIsExplainedByTheValuesOfAllAndTheEntriesOfTheReadersZones() {
        String figure = "annual/figures/quota.granted.rank/explain?";
        for (int i = 0; i < 2; i++) {
            JsonNode whole = read("viewer@" + province, figure);
            assertThat(whole.get("value").asString()).isEqualTo("2");
            assertThat(whole.get("entries")).hasSize(2);

            JsonNode part = read("viewer@" + mine, figure);
            assertThat(part.get("value").asString()).isEqualTo("2");
            assertThat(part.get("entries")).hasSize(1);
            assertThat(part.at("/entries/0/to/zone").asString()).isEqualTo(mine);
            assertThat(part.get("parts")).hasSize(2);
            part.get("parts").forEach(ranked -> {
                boolean own = ranked.get("subject").asString().equals(mine);
                assertThat(ranked.get("value").asString()).isEqualTo(own ? "7" : "9");
                assertThat(ranked.get("entries")).hasSize(own ? 1 : 0);
            });
            assertThat(part.get("basis").size()).isLessThan(whole.get("basis").size());
        }
    }

    @Test
    void soIsTheValueOfAnotherInTheReportOfRanks() {
        String figure = "ranks/explain?figure=ranks/quota.granted/" + other + "/value&";
        assertThat(read("viewer@*", figure).get("entries")).hasSize(1);
        JsonNode part = read("viewer@" + mine, figure);
        assertThat(part.get("value").asString()).isEqualTo("9");
        assertThat(part.get("entries")).isEmpty();
        assertThat(read("viewer@" + mine, "ranks/explain?figure=ranks/quota.granted/" + mine + "/value&")
                        .get("entries"))
                .hasSize(1);
    }
}
