package org.nestledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;
import tools.jackson.databind.JsonNode;

class TwoPeopleAgreeOnSomeMattersIT {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final SecuredLedger ledger = SecuredLedger.shared();
    private final String zone = newZone();
    private final Http first = headquarters();
    private final Http second = headquarters();

    private String newZone() {
        String id = "two-" + NEXT.incrementAndGet();
        assertThat(ledger.everything()
                        .command("DesignateZone", SecuredLedger.zone(id, "own"))
                        .status())
                .isEqualTo(201);
        return id;
    }

    private Http headquarters() {
        return ledger.nobody().bearing(ServedLedger.token(ledger.runtime(), List.of("headquarters@" + zone)));
    }

    private void require(String matters) {
        Http.Answer answer = first.command("RequireApproval", """
            {"commandId":"require-%1$s","zone":"%1$s","matters":[%2$s],"occurredOn":"2021-01-01"}""".formatted(zone, matters));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private String grant(String id) {
        return """
            {"commandId":"%s","zone":"%s","year":2023,"area":{"value":"150","unit":"mu"},"occurredOn":"2023-01-10",
             "documents":[{"kind":"quota","number":"1"}]}""".formatted(id, zone);
    }

    /** A grant of quota by the first; its proposal. */
    private long proposed() {
        require("\"QUOTA\"");
        return first.command("GrantQuota", grant("g-" + zone))
                .json()
                .get("proposal")
                .asLong();
    }

    private static Http.Answer approve(Http who, long proposal) {
        return who.send("POST", "/api/v1/proposals/" + proposal + "/approval", new byte[0]);
    }

    private static String code(Http.Answer answer) {
        return answer.json().get("code").asString();
    }

    @Test
    void aCommandWaitsAndIsRecordedWhenSomebodyElseApprovesIt() {
        require("\"QUOTA\"");
        long head = ledger.head();
        Http.Answer waiting = first.command("GrantQuota", grant("g-" + zone));

        assertThat(waiting.status()).as(waiting.text()).isEqualTo(202);
        assertThat(code(waiting)).isEqualTo("APPROVAL_NEEDED");
        long proposal = waiting.json().get("proposal").asLong();
        assertThat(waiting.headers()).containsEntry("location", "/api/v1/proposals/" + proposal);
        assertThat(ledger.head()).isEqualTo(head);

        Http.Answer approved = approve(second, proposal);
        assertThat(approved.status()).as(approved.text()).isEqualTo(201);
        assertThat(approved.json().get("commandId").asString()).isEqualTo("g-" + zone);
        assertThat(ledger.head()).isEqualTo(head + 1);
        assertThat(first.command("GrantQuota", grant("g-" + zone)).status())
                .as("what is recorded is there already")
                .isEqualTo(200);
    }

    @Test
    void bothNamesAreInTheLogAndInTheHistory() {
        long proposal = proposed();
        long position = approve(second, proposal).json().get("lastPosition").asLong();
        String by = first.get("/api/v1/proposals/" + proposal)
                .json()
                .at("/proposal/actor")
                .asString();
        JsonNode entry = second.get("/api/v1/quotas/" + zone + "/2023?minPosition=" + position)
                .json()
                .at("/history/0");
        JsonNode event = ledger.everything()
                .get("/api/v1/events?limit=1&after=" + (position - 1))
                .json()
                .get(0);

        assertThat(entry.get("actor").asString()).isEqualTo(by).startsWith("token:test-");
        assertThat(entry.get("approvedBy").asString()).startsWith("token:test-").isNotEqualTo(by);
        assertThat(event.get("actor").asString()).isEqualTo(by);
        assertThat(event.get("approvedby").asString())
                .isEqualTo(entry.get("approvedBy").asString());
    }

    @Test
    void nobodyApprovesTheirOwn() {
        long proposal = proposed();
        long head = ledger.head();
        Http.Answer own = approve(first, proposal);
        assertThat(own.status()).isEqualTo(403);
        assertThat(code(own)).isEqualTo("APPROVAL_NEEDED");
        assertThat(ledger.head()).isEqualTo(head);
        assertThat(approve(second, proposal).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"committee@own", "auditor@own", "viewer@own", "headquarters@foreign", "province@own"})
    void whoeverCouldNotGiveItCannotApproveIt(String grant) {
        long proposal = proposed();
        long head = ledger.head();
        Http.Answer answer = approve(ledger.bearer(grant), proposal);
        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
        assertThat(code(answer)).isEqualTo("NOT_PERMITTED");
        assertThat(ledger.head()).isEqualTo(head);
    }

    @Test
    void whatWaitsIsShownWithWhatItWouldRecord() {
        long proposal = proposed();
        JsonNode shown = second.get("/api/v1/proposals/" + proposal).json();

        assertThat(shown.at("/proposal/state").asString()).isEqualTo("WAITING");
        assertThat(shown.at("/proposal/command").asString()).isEqualTo("GrantQuota");
        assertThat(shown.at("/proposal/body").asString()).contains("\"year\":2023");
        assertThat(shown.at("/draft/needsApproval").asBoolean()).isTrue();
        assertThat(shown.at("/draft/events/0/movements/0/flow").asString()).isEqualTo("QUOTA_GRANT");
    }

    @Test
    void aTrialSaysThatApprovalWillBeNeeded() {
        require("\"QUOTA\"");
        Http.Answer tried = first.command("GrantQuota?dryRun=true", grant("g-" + zone));
        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.json().get("needsApproval").asBoolean()).isTrue();
        assertThat(first.get("/api/v1/proposals?zone=" + zone).json().get("items"))
                .isEmpty();
    }

    @Test
    void theListIsOfTheZoneAndThoseWithinItNewestFirstAndPageByPage() {
        require("\"QUOTA\"");
        ledger.everything().get("/api/v1/zones?minPosition=" + ledger.head());
        List.of("a", "b", "c").forEach(id -> first.command("GrantQuota", grant(id + zone)));
        JsonNode page = second.get("/api/v1/proposals?state=WAITING&limit=2&zone=" + zone)
                .json();
        JsonNode rest = second.get("/api/v1/proposals?state=WAITING&limit=2&zone=" + zone + "&cursor="
                        + page.get("next").asString())
                .json();

        assertThat(page.get("items"))
                .extracting(item -> item.get("commandId").asString())
                .containsExactly("c" + zone, "b" + zone);
        assertThat(rest.get("items"))
                .extracting(item -> item.get("commandId").asString())
                .containsExactly("a" + zone);
        assertThat(ledger.bearer("headquarters@own")
                        .get("/api/v1/proposals?limit=1000&zone=own")
                        .text())
                .contains("\"b" + zone + "\"");
        assertThat(second.get("/api/v1/proposals").status()).as("of all zones").isEqualTo(403);
    }

    @Test
    void theSameCommandWaitsOnceAndItsIdStandsForNoOther() {
        long proposal = proposed();
        Http.Answer again = first.command("GrantQuota", grant("g-" + zone));
        Http.Answer other = first.command("GrantQuota", grant("g-" + zone).replace("150", "160"));

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.json().get("proposal").asLong()).isEqualTo(proposal);
        assertThat(other.status()).isEqualTo(409);
        assertThat(code(other)).isEqualTo("COMMAND_ID_REUSED");
    }

    @Test
    void whatIsWithdrawnIsNotApprovedUntilItIsProposedAgain() {
        long proposal = proposed();
        assertThat(ledger.bearer("committee@own")
                        .send("DELETE", "/api/v1/proposals/" + proposal, null)
                        .status())
                .isEqualTo(403);
        assertThat(second.send("DELETE", "/api/v1/proposals/" + proposal, null).status())
                .isEqualTo(204);
        assertThat(code(approve(second, proposal))).isEqualTo("ALREADY_DECIDED");
        assertThat(code(first.send("DELETE", "/api/v1/proposals/" + proposal, null)))
                .isEqualTo("ALREADY_DECIDED");
        assertThat(first.command("GrantQuota", grant("g-" + zone)).status()).isEqualTo(202);
        assertThat(approve(second, proposal).status()).isEqualTo(201);
        assertThat(approve(second, proposal).status()).as("there already").isEqualTo(200);
        assertThat(second.get("/api/v1/proposals/" + proposal)
                        .json()
                        .at("/proposal/state")
                        .asString())
                .isEqualTo("APPROVED");
    }

    @Test
    void whatCannotBeRecordedAnyMoreGoesOnWaiting() {
        require("\"QUOTA\"");
        String granted = grant("g-" + zone);
        long grant = first.command("GrantQuota", granted).json().get("proposal").asLong();
        approve(second, grant);
        String revoke = granted.replace("g-", "r-");
        long one = first.command("RevokeQuota", revoke).json().get("proposal").asLong();
        long two = first.command("RevokeQuota", revoke.replace("r-", "s-"))
                .json()
                .get("proposal")
                .asLong();
        assertThat(approve(second, one).status()).isEqualTo(201);

        assertThat(code(approve(second, two))).isEqualTo("NOT_ENOUGH_QUOTA");
        JsonNode shown = second.get("/api/v1/proposals/" + two).json();
        assertThat(shown.at("/proposal/state").asString()).isEqualTo("WAITING");
        assertThat(shown.at("/problem/code").asString()).isEqualTo("NOT_ENOUGH_QUOTA");
        assertThat(shown.has("draft")).isFalse();
    }

    @Test
    void aLineOfABatchWaitsToo() {
        require("\"QUOTA\"");
        String line = grant("g-" + zone).replace("\n", " ").replaceFirst("\\{", "{\"command\":\"GrantQuota\",");
        Http.Answer answer =
                first.post("/api/v1/commands", line.getBytes(StandardCharsets.UTF_8), "application/x-ndjson");
        assertThat(answer.text()).contains("\"status\":202").contains("\"code\":\"APPROVAL_NEEDED\"");
    }

    @Test
    void publicationAndReversalWaitAsWell() {
        long position = first.command("GrantQuota", grant("g-" + zone))
                .json()
                .get("lastPosition")
                .asLong();
        require("\"REVERSAL\",\"PUBLICATION\"");
        Http.Answer published =
                first.command("PublishFigure", Commands.figure(zone, "f-" + zone, "land.acquired", "1", "exact"));
        Http.Answer reversed = first.command("ReverseEntry", """
            {"commandId":"r-%1$s","zone":"%1$s","position":%2$d,"occurredOn":"2024-01-01","reason":"a mistake"}""".formatted(zone, position));

        assertThat(published.status()).as(published.text()).isEqualTo(202);
        assertThat(reversed.status()).as(reversed.text()).isEqualTo(202);
        assertThat(approve(second, published.json().get("proposal").asLong()).status())
                .isEqualTo(201);
        assertThat(approve(second, reversed.json().get("proposal").asLong()).status())
                .isEqualTo(201);
    }

    @Test
    void theZoneSaysOnWhatTwoPeopleAgree() {
        require("\"REVERSAL\",\"QUOTA\"");
        JsonNode shown = first.get("/api/v1/zones/" + zone + "?minPosition=" + ledger.head())
                .json();
        assertThat(shown.get("approvals").toString()).isEqualTo("[\"QUOTA\",\"REVERSAL\"]");
    }

    @Test
    void aProposalThatIsNotThereIsNotFound() {
        assertThat(ledger.everything().get("/api/v1/proposals/999999").status()).isEqualTo(404);
        assertThat(approve(second, 999_999).status()).isEqualTo(404);
        assertThat(first.send("DELETE", "/api/v1/proposals/x", null).status()).isEqualTo(404);
    }
}
