package org.nestledger.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.database.ApiToken;
import org.nestledger.api.database.ApiTokens;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * Recognises the bearers of API tokens. One that is revoked is taken for {@link #MEMORY} more at most. While the database does
 * not answer, those who were recognised not long ago still are: somebody has to see that it does not.
 */
final class TokenIdentities implements AuthenticationProvider {

    static final Duration MEMORY = Duration.ofSeconds(10);

    private static final Duration WITHOUT_DATABASE = Duration.ofMinutes(5);
    private static final long REMEMBERED = 10_000;

    private final Cache<String, Known> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final ApiTokens tokens;
    private final Clock clock;

    /**
     * What the database said of a token.
     *
     * @param at when it said so
     * @param until when it is not asked again before
     */
    private record Known(Optional<ApiToken> token, Instant at, Instant until) {}

    TokenIdentities(ApiTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return BearerTokenAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** Absent when it is no token of this kind. */
    @Override
    public @Nullable Authentication authenticate(Authentication presented) {
        String token = ((BearerTokenAuthenticationToken) presented).getToken();
        if (!token.startsWith(ApiTokens.PREFIX)) {
            return null;
        }
        Instant now = clock.instant();
        return find(token, now)
                .filter(found -> found.isValid(now))
                .map(found -> new SignedIn(identity(found)))
                .orElseThrow(() -> new BadCredentialsException("not taken"));
    }

    private Optional<ApiToken> find(String token, Instant now) {
        Known before = known.getIfPresent(token);
        Known after = before == null || !now.isBefore(before.until()) ? ask(token, before, now) : before;
        known.put(token, after);
        return after.token();
    }

    private Known ask(String token, @Nullable Known before, Instant now) {
        try {
            return new Known(tokens.find(token), now, now.plus(MEMORY));
        } catch (DataAccessException unreachable) {
            if (before != null && now.isBefore(before.at().plus(WITHOUT_DATABASE))) {
                return new Known(before.token(), before.at(), now.plus(MEMORY));
            }
            throw new AuthenticationServiceException("the tokens cannot be read", unreachable);
        }
    }

    private static Identity identity(ApiToken token) {
        return new Identity(
                "token:" + token.name(),
                token.grants().stream().map(Grant::parse).collect(Collectors.toUnmodifiableSet()));
    }
}
