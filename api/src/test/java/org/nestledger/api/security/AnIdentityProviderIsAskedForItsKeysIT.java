package org.nestledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;

class AnIdentityProviderIsAskedForItsKeysIT {

    private Provider provider;

    @BeforeEach
    void startProvider() throws Exception {
        provider = Provider.start();
    }

    @AfterEach
    void stopProvider() {
        provider.close();
    }

    @Test
    void whoeverItSignedForIsTakenAndWhoeverAnotherOneDidIsNot() throws Exception {
        try (Configured ledger = trusting()) {
            assertThat(send(ledger, provider.sign(provider.claims("root").build()))
                            .status())
                    .isEqualTo(201);
            assertThat(get(
                                    ledger,
                                    provider.sign(provider.claims("root")
                                            .issuer("https://elsewhere.example")
                                            .build()))
                            .status())
                    .isEqualTo(401);
            try (Provider other = Provider.start()) {
                assertThat(get(ledger, other.sign(provider.claims("root").build()))
                                .status())
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void aKeyThatItChangedToIsTakenWithoutARestart() throws Exception {
        try (Configured ledger = trusting()) {
            String before = provider.sign(provider.claims("a").build());
            assertThat(get(ledger, before).status()).isEqualTo(200);
            provider.changeKey("second");
            assertThat(get(ledger, provider.sign(provider.claims("a").build())).status())
                    .isEqualTo(200);
            assertThat(get(ledger, before).status()).isEqualTo(401);
        }
    }

    @Test
    void theServerStartsWithoutItAndSaysThatNobodyCanBeLookedUpUntilItIsThere() throws Exception {
        String token = provider.sign(provider.claims("early").build());
        provider.stop();
        try (Configured ledger = trusting()) {
            assertUnavailable(get(ledger, token));
            provider.startAgain();
            assertThat(get(ledger, token).status()).isEqualTo(200);
        }
    }

    @Test
    void whoeverIsKnownStaysSoWhileItIsAwayAndANewKeyCannotBeLookedUp() throws Exception {
        try (Configured ledger = trusting()) {
            String known = provider.sign(provider.claims("a").build());
            assertThat(get(ledger, known).status()).isEqualTo(200);
            provider.stop();
            provider.changeKey("second");
            assertUnavailable(get(ledger, provider.sign(provider.claims("a").build())));
            assertThat(get(ledger, known).status()).isEqualTo(200);
        }
    }

    @Test
    void oneThatTakesConnectionsAndSaysNothingHoldsNobodyUpForLong() throws Exception {
        String token = provider.sign(provider.claims("patient").build());
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Configured ledger = trusting("http://127.0.0.1:" + silent.getLocalPort())) {
            try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Http.Answer>> asked = IntStream.range(0, 8)
                        .mapToObj(_ -> askers.submit(() -> get(ledger, token)))
                        .toList();
                for (Future<Http.Answer> each : asked) {
                    assertUnavailable(each.get(10, TimeUnit.SECONDS));
                }
            }
        }
    }

    private static void assertUnavailable(Http.Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().get("code").asString()).isEqualTo("UNAVAILABLE");
        assertThat(answer.headers()).containsKey("retry-after");
        assertThat(answer.text()).contains("identity provider").doesNotContain("Exception");
    }

    private Configured trusting() throws Exception {
        return trusting(provider.issuer());
    }

    private static Configured trusting(String issuer) throws Exception {
        return Configured.start(Map.of("spring.security.oauth2.resourceserver.jwt.issuer-uri", issuer));
    }

    private static Http.Answer send(Configured ledger, String token) {
        return ledger.http().bearing(token).command("DesignateZone", Commands.zone(Commands.id("oidc")));
    }

    private static Http.Answer get(Configured ledger, String token) {
        return ledger.http().bearing(token).get("/api/v1/zones");
    }
}
