package org.nestledger.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;

class CommandsAreTriedAndKeyedIT {

    private final ServedLedger ledger = ServedLedger.shared();
    private final Http http = ledger.http();

    @Test
    void aTrialShowsTheMovementsAndRecordsNothing() {
        String zone = Commands.newZone(http);
        long head = ledger.head();
        Http.Answer tried = http.command("GrantQuota?dryRun=true", quota(zone, "q-" + zone));

        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.json().get("commandId").asString()).isEqualTo("q-" + zone);
        assertThat(tried.json().get("events").size()).isEqualTo(1);
        assertThat(tried.json().at("/events/0/type").asString()).isEqualTo("quota.QuotaGranted");
        assertThat(tried.json().at("/events/0/data/zone").asString()).isEqualTo(zone);
        assertThat(tried.json().at("/events/0/movements").size()).isEqualTo(1);
        assertThat(tried.json().at("/events/0/movements/0/flow").asString()).isEqualTo("QUOTA_GRANT");
        assertThat(tried.json().at("/events/0/movements/0/amount/value").asString())
                .isEqualTo("150");
        assertThat(tried.json().at("/events/0/movements/0/to/account").asString())
                .isEqualTo("quota:available");
        assertThat(ledger.head()).isEqualTo(head);
    }

    @Test
    void whatWasTriedMayBeGivenAfterwardsAndIsAlreadyThereWhenItIsTriedAgain() {
        String zone = Commands.newZone(http);
        String command = quota(zone, "q-" + zone);
        http.command("GrantQuota?dryRun=true", command);

        assertThat(http.command("GrantQuota", command).status()).isEqualTo(201);
        long head = ledger.head();
        Http.Answer again = http.command("GrantQuota?dryRun=true", command);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("already").asBoolean()).isTrue();
        assertThat(again.json().get("lastPosition").asLong()).isEqualTo(head);
        assertThat(ledger.head()).isEqualTo(head);
    }

    @Test
    void aTrialIsRefusedAsTheCommandWouldBe() {
        String zone = Commands.newZone(http);
        String parcel = Commands.id("p");
        http.command("RegisterParcel", Commands.parcel(zone, parcel, "10"));
        long head = ledger.head();
        String tooMuch = """
            {"commandId":"too-much-%s","zone":"%s","parcel":"%s","area":{"value":"10.5","unit":"mu"},
             "occurredOn":"2021-04-01"}""".formatted(parcel, zone, parcel);
        Http.Answer tried = http.command("AcquireLand?dryRun=true", tooMuch);
        Http.Answer given = http.command("AcquireLand", tooMuch);

        assertThat(tried.status()).isEqualTo(422);
        assertThat(tried.json()).isEqualTo(given.json());
        assertThat(ledger.head()).isEqualTo(head);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "\"%s\""})
    void theKeyOfARequestIsTheIdOfItsCommand(String form) {
        String zone = Commands.newZone(http);
        String id = Commands.id("key");
        Http.Answer first = keyed(form.formatted(id), quota(zone, null));
        Http.Answer again = keyed(form.formatted(id), quota(zone, null));
        Http.Answer stated = http.command("GrantQuota", quota(zone, id));

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().get("commandId").asString()).isEqualTo(id);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("already").asBoolean()).isTrue();
        assertThat(stated.json().get("lastPosition")).isEqualTo(first.json().get("lastPosition"));
    }

    @Test
    void theSameKeyWithAnotherBodyIsAConflict() {
        String zone = Commands.newZone(http);
        String id = Commands.id("key");
        keyed(id, quota(zone, null));
        Http.Answer other = keyed(id, quota(zone, null).replace("150", "151"));

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().get("code").asString()).isEqualTo("COMMAND_ID_REUSED");
    }

    @Test
    void aBodyMayStateTheKeyAgainButNoOtherId() {
        String zone = Commands.newZone(http);
        String id = Commands.id("key");
        long head = ledger.head();
        Http.Answer differs = keyed(id, quota(zone, "another"));

        assertThat(differs.status()).isEqualTo(400);
        assertThat(differs.json().get("code").asString()).isEqualTo("INVALID_FIELD");
        assertThat(differs.json().get("detail").asString()).contains("commandId");
        assertThat(ledger.head()).isEqualTo(head);
        assertThat(keyed(id, quota(zone, id)).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "  "})
    void anEmptyKeyIsNotTakenForNone(String key) {
        String zone = Commands.newZone(http);
        long head = ledger.head();
        Http.Answer refused = keyed(key, quota(zone, "q-" + zone));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("code").asString()).isEqualTo("INVALID_PARAMETER");
        assertThat(refused.json().get("detail").asString()).contains("Idempotency-Key");
        assertThat(ledger.head()).isEqualTo(head);
    }

    @Test
    void twoKeysOfOneRequestAreNoKey() {
        String zone = Commands.newZone(http);
        Http.Answer refused = post(quota(zone, null), "Idempotency-Key", "a", "Idempotency-Key", "b");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("detail").asString()).contains("stated twice");
    }

    private Http.Answer keyed(String key, String body) {
        return post(body, "Idempotency-Key", key);
    }

    private Http.Answer post(String body, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        return http.send("POST", "/api/v1/commands/GrantQuota", body.getBytes(StandardCharsets.UTF_8), all);
    }

    private static String quota(String zone, String id) {
        return (id == null ? "{" : "{\"commandId\":\"" + id + "\",") + """
                "zone":"%s","year":2021,"area":{"value":"150","unit":"mu"},"occurredOn":"2021-02-01",
                 "documents":[{"kind":"approval","number":"2021-17"}]}""".formatted(zone);
    }
}
