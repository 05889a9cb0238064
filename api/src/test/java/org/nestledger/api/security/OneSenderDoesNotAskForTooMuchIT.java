package org.nestledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;

class OneSenderDoesNotAskForTooMuchIT {

    @Test
    void eachTokenHasItsOwnLimit() {
        Map<String, String> limits = Map.of("ledger.limits.requests-per-second", "1", "ledger.limits.burst", "5");
        try (Configured ledger = Configured.start(limits)) {
            Http first = ledger.http().bearing(ServedLedger.token(ledger.runtime(), List.of("viewer@*")));
            Http second = ledger.http().bearing(ServedLedger.token(ledger.runtime(), List.of("viewer@*")));
            Http.Answer refused = untilRefused(first, 200);

            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.json().get("code").asString()).isEqualTo("TOO_MANY_REQUESTS");
            assertThat(refused.headers().get("retry-after")).matches("[12]");
            assertThat(second.get("/api/v1/zones").status()).isEqualTo(200);
            assertThat(ledger.http().get("/api/v1/zones").status()).isEqualTo(200);
        }
    }

    @Test
    void anAddressGuessesOnlySoOften() {
        try (Configured ledger = Configured.start(Map.of("ledger.limits.failures-per-minute", "5"))) {
            Http guessing = ledger.http().bearing("nest_guess");
            for (int i = 0; i < 5; i++) {
                assertThat(guessing.get("/api/v1/zones").status()).isEqualTo(401);
            }
            Http.Answer refused = guessing.get("/api/v1/zones");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(Integer.parseInt(refused.headers().get("retry-after"))).isBetween(1, 61);
            assertThat(ledger.http().get("/api/v1/zones").status())
                    .as("whoever guesses nothing")
                    .isEqualTo(200);
        }
    }

    @Test
    void whatIsValidIsTakenWhateverElseCameFromItsAddress() {
        try (Configured ledger = Configured.start(Map.of("ledger.limits.failures-per-minute", "5"))) {
            Http before = ledger.http().bearing(ServedLedger.token(ledger.runtime(), List.of("viewer@*")));
            assertThat(before.get("/api/v1/zones").status()).isEqualTo(200);
            Http.Answer guessed = untilRefused(ledger.http().bearing("nest_guess"), 401);
            assertThat(guessed.status()).isEqualTo(429);

            assertThat(before.get("/api/v1/zones").status()).isEqualTo(200);
            Http first = ledger.http().bearing(ServedLedger.token(ledger.runtime(), List.of("viewer@*")));
            assertThat(first.get("/api/v1/zones").status())
                    .as("never seen before")
                    .isEqualTo(200);
            assertThat(ledger.http()
                            .as("somebody", "guess")
                            .get("/api/v1/zones")
                            .status())
                    .isEqualTo(429);
        }
    }

    @Test
    void behindAProxyEachClientGuessesForItself() {
        Map<String, String> settings =
                Map.of("ledger.limits.failures-per-minute", "5", "server.forward-headers-strategy", "native");
        try (Configured ledger = Configured.start(settings)) {
            Http guessing = ledger.http().bearing("nest_guess");
            for (int i = 0; i < 6; i++) {
                assertThat(guessing.get("/api/v1/zones", "X-Forwarded-For", "203.0.113.7")
                                .status())
                        .isEqualTo(i < 5 ? 401 : 429);
            }
            assertThat(guessing.get("/api/v1/zones", "X-Forwarded-For", "203.0.113.8")
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void aBodyHasAnEnd() {
        try (Configured ledger = Configured.start(Map.of("ledger.limits.request-bytes", "1000"))) {
            Http http = ServedLedger.http(ledger.runtime(), ledger.server());
            Http.Answer refused = http.post("/api/v1/commands/DesignateZone", new byte[1_001], "application/json");
            assertThat(refused.status()).isEqualTo(413);
            assertThat(refused.json().get("code").asString()).isEqualTo("TOO_LARGE");
        }
    }

    private static Http.Answer untilRefused(Http http, int before) {
        Http.Answer answer = http.get("/api/v1/zones");
        for (int i = 0; i < 20 && answer.status() == before; i++) {
            answer = http.get("/api/v1/zones");
        }
        return answer;
    }
}
