package org.nestledger.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;

class CommandsOverHttpIT {

    private final ServedLedger ledger = ServedLedger.shared();
    private final Http http = ledger.http();

    @Test
    void aCommandIsRecordedAndItsPositionTold() {
        String zone = Commands.id("z");
        Http.Answer answer = http.command("DesignateZone", Commands.zone(zone));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.type()).startsWith("application/json");
        assertThat(answer.json().get("commandId").asString()).isEqualTo("zone-" + zone);
        assertThat(answer.json().get("firstPosition").asLong()).isEqualTo(ledger.head());
        assertThat(answer.json().get("lastPosition").asLong()).isEqualTo(ledger.head());
        assertThat(answer.json().get("already").asBoolean()).isFalse();
    }

    @Test
    void theSameCommandIsRecordedOnce() {
        String zone = Commands.newZone(http);
        long head = ledger.head();
        Http.Answer again = http.command("DesignateZone", Commands.zone(zone));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("already").asBoolean()).isTrue();
        assertThat(again.json().get("lastPosition").asLong()).isEqualTo(head);
        assertThat(ledger.head()).isEqualTo(head);
    }

    @Test
    void anIdWithAnotherBodyIsAConflict() {
        String zone = Commands.newZone(http);
        long head = ledger.head();
        Http.Answer other = http.command("DesignateZone", Commands.zone(zone).replace("Zone " + zone, "another name"));

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.type()).startsWith("application/problem+json");
        assertThat(other.json().get("code").asString()).isEqualTo("COMMAND_ID_REUSED");
        assertThat(ledger.head()).isEqualTo(head);
    }

    @Test
    void aRefusalOfARuleSaysTheFiguresAndTheRemedy() {
        String zone = Commands.newZone(http);
        String parcel = Commands.id("p");
        http.command("RegisterParcel", Commands.parcel(zone, parcel, "10"));
        long head = ledger.head();
        Http.Answer refused = http.command("AcquireLand", """
            {"commandId":"too-much-%s","zone":"%s","parcel":"%s","area":{"value":"10.5","unit":"mu"},
             "occurredOn":"2021-04-01"}""".formatted(parcel, zone, parcel));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("code").asString()).isEqualTo("ACQUIRED_EXCEEDS_AREA");
        assertThat(refused.json().get("status").asInt()).isEqualTo(422);
        assertThat(refused.json().get("detail").asString()).isNotBlank();
        assertThat(refused.json().get("remedy").asString()).isNotBlank();
        assertThat(refused.json().get("figures").isEmpty()).isFalse();
        assertThat(ledger.head()).isEqualTo(head);
    }

    @Test
    void theActorIsWhoSentTheCommand() {
        String zone = Commands.newZone(http);
        Http.Answer history = http.get("/api/v1/zones/" + zone + "?minPosition=" + ledger.head());

        assertThat(history.json().at("/history/0/actor").asString()).startsWith("token:test-");
    }
}
