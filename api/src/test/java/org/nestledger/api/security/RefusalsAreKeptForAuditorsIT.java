package org.nestledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import tools.jackson.databind.JsonNode;

class RefusalsAreKeptForAuditorsIT {

    private final SecuredLedger ledger = SecuredLedger.shared();

    @Test
    void aRequestOfNobodyIsKeptWithoutItsQuery() {
        String path = "/api/v1/zones/" + UUID.randomUUID();
        ledger.nobody().get(path + "?secret=s3cret");

        JsonNode kept = kept(path);
        assertThat(kept.get("status").asInt()).isEqualTo(401);
        assertThat(kept.get("code").asString()).isEqualTo("UNAUTHENTICATED");
        assertThat(kept.get("method").asString()).isEqualTo("GET");
        assertThat(kept.get("address").asString()).isEqualTo("127.0.0.1");
        assertThat(kept.has("actor")).isFalse();
        assertThat(kept.toString()).doesNotContain("s3cret");
    }

    @Test
    void aCommandWithoutTheRoleIsKeptWithItsNameAndZone() {
        Http viewer = ledger.bearer("viewer@own");
        viewer.command("RegisterParcel", Commands.parcel("own", "never", "1"));

        JsonNode kept = kept("/api/v1/commands/RegisterParcel");
        assertThat(kept.get("command").asString()).isEqualTo("RegisterParcel");
        assertThat(kept.get("zone").asString()).isEqualTo("own");
        assertThat(kept.get("code").asString()).isEqualTo("NOT_PERMITTED");
        assertThat(kept.get("actor").asString()).startsWith("token:test-");
    }

    @Test
    void aForeignZoneIsKeptOnceWithHowOften() {
        String path = "/api/v1/quotas/foreign/" + (1_000 + (int) (System.nanoTime() % 8_000));
        for (int i = 0; i < 5; i++) {
            assertThat(ledger.bearer("auditor@own").get(path).status()).isEqualTo(403);
        }
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(times(path)).isEqualTo(5));
    }

    @Test
    void theyComePageByPageNewestFirst() {
        for (int i = 0; i < 3; i++) {
            ledger.nobody().get("/api/v1/zones/page-" + i + UUID.randomUUID());
        }
        await().atMost(Duration.ofSeconds(10))
                .until(() -> refusals("?limit=1000").get("items").size() >= 3);
        JsonNode first = refusals("?limit=1");
        JsonNode second = refusals("?limit=1&cursor=" + first.get("next").asString());

        assertThat(first.get("items")).hasSize(1);
        assertThat(second.at("/items/0/id").asLong())
                .isLessThan(first.at("/items/0/id").asLong());
    }

    @Test
    void theLogDoesNotGrow() {
        long head = ledger.head();
        ledger.bearer("viewer@own").command("RegisterParcel", Commands.parcel("own", "never", "1"));
        ledger.nobody().get("/api/v1/zones");
        assertThat(ledger.head()).isEqualTo(head);
    }

    private JsonNode kept(String path) {
        await().atMost(Duration.ofSeconds(10)).until(() -> find(path).isPresent());
        return find(path).orElseThrow();
    }

    private Optional<JsonNode> find(String path) {
        return StreamSupport.stream(refusals("?limit=1000").get("items").spliterator(), false)
                .filter(each -> each.get("path").asString().equals(path))
                .findFirst();
    }

    private long times(String path) {
        return StreamSupport.stream(refusals("?limit=1000").get("items").spliterator(), false)
                .filter(each -> each.get("path").asString().equals(path))
                .mapToLong(each -> each.get("times").asLong())
                .sum();
    }

    private JsonNode refusals(String query) {
        return ledger.bearer("auditor@*").get("/api/v1/refusals" + query).json();
    }
}
