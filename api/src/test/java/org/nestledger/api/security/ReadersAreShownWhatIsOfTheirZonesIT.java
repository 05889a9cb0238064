package org.nestledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import tools.jackson.databind.JsonNode;

/** Answers that show more to some of their readers than to others; each is asked for more than once, since they are kept. */
class ReadersAreShownWhatIsOfTheirZonesIT {

    private static final String CSV = "text/csv";

    private final SecuredLedger ledger = SecuredLedger.shared();

    private long record(String command, String body) {
        Http.Answer answer = ledger.everything().command(command, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().get("lastPosition").asLong();
    }

    /** It is registered in {@code own}, recognised in {@code foreign}, and behind a project of each. */
    private String enterprise() {
        String id = Commands.id("shared");
        record("RegisterEnterprise", """
            {"commandId":"%1$s","zone":"own","enterprise":"%1$s","name":"Cells","occurredOn":"2021-01-01"}""".formatted(id));
        record("QualifyEnterprise", """
            {"commandId":"q-%1$s","zone":"foreign","enterprise":"%1$s","qualification":"HIGH_TECH","certificate":"1",
             "occurredOn":"2021-02-01"}""".formatted(id));
        for (String zone : List.of("own", "sub", "foreign")) {
            record("IntroduceProject", """
                {"commandId":"%1$s-%2$s","zone":"%2$s","project":"%1$s-%2$s","name":"Works","enterprise":"%1$s",
                 "occurredOn":"2021-03-01"}""".formatted(id, zone));
        }
        return id;
    }

    @Test
    void anEnterpriseIsShownWithTheProjectsAndEntriesOfTheReadersZones() {
        String id = enterprise();
        String path = "/api/v1/enterprises/" + id;
        Http everywhere = ledger.bearer("auditor@*");
        everywhere.get(path + "?minPosition=" + ledger.head());
        for (int i = 0; i < 2; i++) {
            assertThat(zones(everywhere.get(path), "projects")).containsExactlyInAnyOrder("own", "sub", "foreign");
            assertThat(zones(everywhere.get(path), "history")).contains("own", "sub", "foreign");
            JsonNode own = ledger.bearer("committee@own").get(path).json();
            assertThat(zones(own, "projects")).containsExactlyInAnyOrder("own", "sub");
            assertThat(zones(own, "history")).contains("own", "sub").doesNotContain("foreign");
            assertThat(own.toString()).doesNotContain(id + "-foreign", "q-" + id);
            assertThat(own.at("/enterprise/qualifications")).hasSize(1);
        }
    }

    private static List<String> zones(Http.Answer answer, String list) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return zones(answer.json(), list);
    }

    private static List<String> zones(JsonNode answer, String list) {
        return StreamSupport.stream(answer.get(list).spliterator(), false)
                .map(each -> each.get("zone").asString())
                .toList();
    }

    private String closedZone() {
        String zone = Commands.id("closed");
        record("DesignateZone", SecuredLedger.zone(zone, "own"));
        long closed = record("ClosePeriod", Commands.closing(zone, "2022-12-31"));
        ledger.everything().get("/api/v1/zones?minPosition=" + closed);
        return zone;
    }

    @Test
    void aViewerIsNotToldWhoClosedTheBooks() {
        String zone = closedZone();
        for (String report : List.of(
                "closings?zone=" + zone,
                "annual?year=2022&zone=" + zone,
                "annual?year=2022&changes=true&zone=" + zone)) {
            String path = "/api/v1/reports/" + report;
            for (int i = 0; i < 2; i++) {
                for (String reader : List.of("auditor@*", "committee@own")) {
                    assertThat(ledger.bearer(reader).get(path).text()).as(path).contains("\"actor\":\"token:");
                }
                for (String reader : List.of("viewer@own", "viewer@*")) {
                    Http.Answer shown = ledger.bearer(reader).get(path);
                    assertThat(shown.status()).as(path).isEqualTo(200);
                    assertThat(shown.text())
                            .as(path)
                            .contains(zone + "/2022-12-31")
                            .doesNotContain("token:");
                }
            }
        }
    }

    @Test
    void norInATable() {
        String path = "/api/v1/reports/closings?zone=" + closedZone();
        for (int i = 0; i < 2; i++) {
            assertThat(ledger.bearer("auditor@own").get(path, "Accept", CSV).text())
                    .contains("token:");
            assertThat(ledger.bearer("viewer@own").get(path, "Accept", CSV).text())
                    .contains("actor", "2022-12-31")
                    .doesNotContain("token:");
        }
    }

    @Test
    void aTagIsOfWhatItsReaderMaySee() {
        String path = "/api/v1/reports/closings?zone=" + closedZone();
        String whole = ledger.bearer("auditor@own").get(path).headers().get("etag");
        Http.Answer part = ledger.bearer("viewer@own").get(path, "If-None-Match", whole);
        assertThat(part.status()).isEqualTo(200);
        assertThat(part.headers().get("etag")).isNotEqualTo(whole);
        assertThat(ledger.bearer("viewer@*")
                        .get(path, "If-None-Match", part.headers().get("etag"))
                        .status())
                .isEqualTo(304);
    }
}
