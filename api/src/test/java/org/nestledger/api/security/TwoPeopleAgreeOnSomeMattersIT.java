package org.nestledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;

class TwoPeopleAgreeOnSomeMattersIT extends TwoPeople {

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
    @ValueSource(strings = {"committee@own", "auditor@own", "viewer@own", "province@own"})
    void whoeverCouldNotGiveItCannotApproveIt(String grant) {
        long proposal = proposed();
        long head = ledger.head();
        Http.Answer answer = approve(ledger.bearer(grant), proposal);
        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
        assertThat(code(answer)).isEqualTo("NOT_PERMITTED");
        assertThat(ledger.head()).isEqualTo(head);
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
}
