package org.nestledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nestledger.api.database.ApiTokens;
import org.nestledger.api.runtime.DriveableClock;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

class TokensAreTakenWhileTheyAreValidIT {

    private static final Duration INSTANT = Duration.ofMillis(1);

    private final ApiTokens tokens =
            new ApiTokens(SecuredLedger.shared().runtime().database().requests());
    private final DriveableClock clock = new DriveableClock();
    private final TokenIdentities identities = new TokenIdentities(tokens, clock);
    private final String name = "t-" + UUID.randomUUID();

    @BeforeEach
    void theClockStands() {
        clock.driveTo(Instant.parse("2030-01-01T00:00:00Z"));
    }

    @Test
    void aTokenIsItsBearerWithWhatItWasMadeFor() {
        Authentication signedIn = present(create(null));

        assertThat(signedIn.isAuthenticated()).isTrue();
        assertThat(signedIn.getName()).isEqualTo("token:" + name);
    }

    @Test
    void aRevocationIsNoticedAfterTheMemoryOfTheServer() {
        String token = create(null);
        present(token);
        assertThat(tokens.revoke(name)).isTrue();

        pass(TokenIdentities.MEMORY.minus(INSTANT));
        assertThat(present(token).getName()).isEqualTo("token:" + name);
        pass(INSTANT);
        assertNotTaken(token);
    }

    @Test
    void aRevokedTokenThatWasNotUsedBeforeIsNotTakenAtAll() {
        String token = create(null);
        tokens.revoke(name);

        assertNotTaken(token);
    }

    @Test
    void anExpiryIsNoticedAtItsInstantThoughTheTokenIsRemembered() {
        String token = create(clock.instant().plusSeconds(5));
        present(token);

        pass(Duration.ofSeconds(5).minus(INSTANT));
        assertThat(present(token).isAuthenticated()).isTrue();
        pass(INSTANT);
        assertNotTaken(token);
    }

    @Test
    void aTokenThatNobodyMadeIsNotTaken() {
        String token = create(null);

        assertNotTaken(token + "x");
        assertNotTaken(ApiTokens.PREFIX);
    }

    @Test
    void tokensOfAnotherKindAreLeftToOthers() {
        assertThat(identities.authenticate(new BearerTokenAuthenticationToken("eyJhbGciOiJub25lIn0.e30.")))
                .isNull();
    }

    private void pass(Duration time) {
        clock.driveTo(clock.instant().plus(time));
    }

    private String create(Instant expiresAt) {
        return tokens.create(name, List.of("viewer@own"), "test", expiresAt).orElseThrow();
    }

    private Authentication present(String token) {
        return identities.authenticate(new BearerTokenAuthenticationToken(token));
    }

    private void assertNotTaken(String token) {
        assertThatThrownBy(() -> present(token)).isInstanceOf(BadCredentialsException.class);
    }
}
