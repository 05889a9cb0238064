package org.nestledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nestledger.api.database.Proposal;
import org.nestledger.api.database.Proposal.State;
import org.nestledger.api.database.Proposals;
import org.nestledger.api.testing.Http;
import tools.jackson.databind.JsonNode;

class WhatWaitsForApprovalIsShownIT extends TwoPeople {

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
    void theZoneSaysOnWhatTwoPeopleAgree() {
        require("\"REVERSAL\",\"QUOTA\"");
        JsonNode shown = first.get("/api/v1/zones/" + zone + "?minPosition=" + ledger.head())
                .json();
        assertThat(shown.get("approvals").toString()).isEqualTo("[\"QUOTA\",\"REVERSAL\"]");
    }

    /** Somebody takes it away while somebody else's approval is being recorded. */
    @Test
    void whatIsRecordedIsShownAsApprovedByWhoeverWasFirst() {
        long id = proposed();
        Proposals proposals = new Proposals(ledger.runtime().database().requests());
        assertThat(proposals.decide(id, State.WITHDRAWN, "one", Instant.now())).isTrue();
        assertThat(proposals.decide(id, State.APPROVED, "two", Instant.now())).isTrue();
        assertThat(proposals.decide(id, State.APPROVED, "three", Instant.now())).isFalse();
        assertThat(proposals.decide(id, State.WITHDRAWN, "four", Instant.now())).isFalse();

        Proposal shown = proposals.byId(id).orElseThrow();
        assertThat(shown.state()).isEqualTo(State.APPROVED);
        assertThat(shown.decidedBy()).isEqualTo("two");
    }

    @Test
    void aProposalThatIsNotThereIsNotFound() {
        assertThat(ledger.everything().get("/api/v1/proposals/999999").status()).isEqualTo(404);
        assertThat(approve(second, 999_999).status()).isEqualTo(404);
        assertThat(first.send("DELETE", "/api/v1/proposals/x", null).status()).isEqualTo(404);
    }
}
