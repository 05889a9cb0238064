package org.nestledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;

class WhoMayApproveSeesWhatThatWouldRecordIT extends TwoPeople {

    private final Http proposer = platform();
    private final Http approver = platform();

    private Http platform() {
        return ledger.nobody().bearing(ServedLedger.token(ledger.runtime(), List.of("platform@" + zone)));
    }

    /** The reversal of an entry by who recorded it; its proposal. */
    private long reversal() {
        long position = proposer.command("RegisterParcel", Commands.parcel(zone, "p-" + zone, "1"))
                .json()
                .get("lastPosition")
                .asLong();
        require("\"REVERSAL\"");
        Http.Answer waiting = proposer.command("ReverseEntry", """
            {"commandId":"r-%1$s","zone":"%1$s","position":%2$d,"reason":"a mistake"}""".formatted(zone, position));
        assertThat(waiting.status()).as(waiting.text()).isEqualTo(202);
        return waiting.json().get("proposal").asLong();
    }

    @Test
    void aReversalOfWhatItsProposerRecordedIsShownAsItWouldBeRecorded() {
        long proposal = reversal();
        for (Http reader : List.of(approver, proposer)) {
            Http.Answer shown = reader.get("/api/v1/proposals/" + proposal);
            assertThat(shown.json().has("problem")).as(shown.text()).isFalse();
            assertThat(shown.json().at("/draft/events/0/type").asString()).contains("EntryReversed");
            assertThat(shown.json().at("/draft/needsApproval").asBoolean()).isTrue();
        }
        assertThat(approve(approver, proposal).status()).isEqualTo(201);
    }

    @Test
    void whoCouldApproveItMayTakeItAway() {
        long proposal = reversal();
        assertThat(approver.send("DELETE", "/api/v1/proposals/" + proposal, null)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void whoeverOnlyLooksIsNotKeptAsRefused() throws InterruptedException {
        long proposal = proposed();
        Http.Answer shown = approver.get("/api/v1/proposals/" + proposal);
        assertThat(shown.json().at("/problem/code").asString()).isEqualTo("NOT_PERMITTED");
        String marker = "/api/v1/zones/never-" + zone;
        ledger.nobody().get(marker);
        String kept = refusals();
        for (int tries = 0; tries < 100 && !kept.contains(marker); tries++) {
            Thread.sleep(100);
            kept = refusals();
        }
        assertThat(kept).contains(marker).doesNotContain("\"/api/v1/proposals/" + proposal + "\"");
    }

    private String refusals() {
        return ledger.bearer("auditor@*").get("/api/v1/refusals?limit=1000").text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"headquarters@foreign", "viewer@foreign"})
    void whoeverIsElsewhereIsToldTheSameOfAnyProposal(String stranger) {
        long waiting = proposed();
        long withdrawn = first.command("GrantQuota", grant("w-" + zone))
                .json()
                .get("proposal")
                .asLong();
        first.send("DELETE", "/api/v1/proposals/" + withdrawn, null);
        List<String> answers = new ArrayList<>();
        for (long id : new long[] {waiting, withdrawn, 999_999}) {
            for (Http.Answer answer : List.of(
                    approve(ledger.bearer(stranger), id),
                    ledger.bearer(stranger).get("/api/v1/proposals/" + id),
                    ledger.bearer(stranger).send("DELETE", "/api/v1/proposals/" + id, null))) {
                assertThat(answer.status()).as(answer.text()).isEqualTo(404);
                answers.add(answer.json().get("code").asString()
                        + answer.json().get("detail").asString());
            }
        }
        assertThat(answers).containsOnly(answers.getFirst());
        assertThat(approve(ledger.nobody(), waiting).status()).isEqualTo(401);
    }
}
