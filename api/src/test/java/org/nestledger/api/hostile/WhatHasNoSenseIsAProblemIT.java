package org.nestledger.api.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.api.rest.openapi.Description;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedDemonstration;

/** What wrong requests by chance have found, each by itself. */
class WhatHasNoSenseIsAProblemIT {

    private final ServedDemonstration ledger = ServedDemonstration.shared();
    private final RawHttp raw = new RawHttp(ledger.server().port());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/zones;jsessionid=% HTTP/1.1",
                "GET /api/v1/zones;a=%zz HTTP/1.1",
                "POST /api/v1/commands/GrantQuota;jsessionid=%ff%zz HTTP/1.1",
                "GET /api/v1/zones?%00=1 HTTP/1.1",
                "GET /api/v1/zones?limit=2&%07=1 HTTP/1.1",
                "GET /api/v1/zones HTTP/1.1\r\nAccept: 😀",
                "GET /api/v1/zones HTTP/1.1\r\nAccept: \u0001",
                "GET /api/v1/zones HTTP/1.1\r\nAuthorization: Bearer 肇庆",
                "GET /api/v1/events/live HTTP/1.1\r\nLast-Event-ID: 😀",
            })
    void anAddressOrAHeaderOfNoSense(String head) throws IOException {
        RawHttp.Answer answer =
                raw.send((head + "\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.toString()).isIn(400, 401);
        assertThat(answer.type()).isEqualTo("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"").doesNotContain("INTERNAL", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"value\":null,\"unit\":\"mu\"}", "{\"value\":\"1\",\"unit\":null}", "{\"value\":null}"})
    void aQuantityWithoutValueOrUnit(String area) {
        Http.Answer answer = ledger.as("headquarters").command("GrantQuota", """
            {"commandId":"no-quantity","zone":"zhaoqing","year":2024,"area":%s,"occurredOn":"2024-02-05"}""".formatted(area));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("code").asString()).isEqualTo("INVALID_FIELD");
        assertThat(answer.json().get("detail").asString()).contains("area").doesNotContain("Exception", "instance of");
    }

    /** The same seed and number are the same request, so that whatever is found can be found again. */
    @Test
    void requestsByChanceAreMadeAgainFromTheirSeed() {
        Description description = Description.of(ledger.http());
        HostileRequests once = new HostileRequests(description, 7);
        HostileRequests again = new HostileRequests(description, 7);
        for (int i = 0; i < 200; i++) {
            assertThat(once.at(i).bytes()).isEqualTo(again.at(i).bytes());
        }
        assertThat(new HostileRequests(description, 8).at(1).bytes())
                .isNotEqualTo(once.at(1).bytes());
    }
}
