package org.nestledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;

class TokensOfAnIdentityProviderAreTakenIT {

    @TempDir
    static Path temporary;

    private static SigningKey key;
    private static Configured ledger;

    @BeforeAll
    static void start() throws Exception {
        key = SigningKey.create();
        ledger = Configured.start(Map.of(
                "spring.security.oauth2.resourceserver.jwt.public-key-location",
                key.publish(temporary.resolve("key.pem")).toUri().toString(),
                "spring.security.oauth2.resourceserver.jwt.audiences",
                "nest-ledger"));
        assertThat(bearer(claims("root").build())
                        .command("DesignateZone", Commands.zone("z"))
                        .status())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void theSubjectIsTheActor() {
        Http http = bearer(claims("李 wei").build());
        long position = http.command("DesignateZone", Commands.zone(Commands.id("oidc")))
                .json()
                .get("lastPosition")
                .asLong();
        assertThat(ledger.runtime().log().at(position).orElseThrow().metadata())
                .containsEntry("actor", "oidc:%E6%9D%8E+wei");
    }

    @Test
    void theClaimSaysWhatTheyAreAndWhere() {
        Http viewer =
                bearer(claims("v").claim("nest_ledger", List.of("viewer@z")).build());
        assertThat(viewer.get("/api/v1/parcels?zone=z").status()).isEqualTo(200);
        assertThat(viewer.get("/api/v1/zones/z").status()).isEqualTo(403);
        assertThat(viewer.get("/api/v1/parcels").status()).isEqualTo(403);
    }

    @Test
    void withoutTheClaimTheyAreNothing() {
        assertThat(bearer(claims("n").claim("nest_ledger", null).build())
                        .get("/api/v1/zones")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatIsExpiredOrForOthersOrNotUnderstoodIsNotTaken() throws Exception {
        Date past = Date.from(Instant.now().minusSeconds(3_600));
        assertInvalid(key.sign(claims("e").expirationTime(past).build()));
        assertInvalid(key.sign(claims("a").audience("somebody-else").build()));
        assertInvalid(
                key.sign(claims("k").claim("nest_ledger", List.of("king@z")).build()));
        assertInvalid(key.sign(
                claims("t").claim("nest_ledger", Map.of("z", "auditor")).build()));
        assertInvalid(key.sign(claims(null).build()));
        assertInvalid(key.sign(claims("x".repeat(200)).build()));
    }

    @Test
    void whatSomebodyElseSignedIsNotTaken() throws Exception {
        assertInvalid(SigningKey.create().sign(claims("root").build()));
        String unsigned = new com.nimbusds.jwt.PlainJWT(claims("root").build()).serialize();
        assertInvalid(unsigned);
        assertInvalid("a.b.c");
    }

    private static void assertInvalid(String token) {
        Http.Answer answer = ledger.http().bearing(token).get("/api/v1/zones");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().get("code").asString()).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.headers().get("www-authenticate")).contains("Bearer").contains("invalid_token");
        assertThat(answer.text()).doesNotContain("Exception").doesNotContain(token);
    }

    private static JWTClaimsSet.Builder claims(String subject) {
        return new JWTClaimsSet.Builder()
                .subject(subject)
                .audience("nest-ledger")
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .claim("nest_ledger", List.of("headquarters@*"));
    }

    private static Http bearer(JWTClaimsSet claims) {
        try {
            return ledger.http().bearing(key.sign(claims));
        } catch (com.nimbusds.jose.JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
