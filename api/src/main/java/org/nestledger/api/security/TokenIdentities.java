package org.nestledger.api.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
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

/** Recognises the bearers of API tokens. One that is revoked is taken for {@link #MEMORY} more at most. */
final class TokenIdentities implements AuthenticationProvider {

    static final Duration MEMORY = Duration.ofSeconds(10);

    private static final long REMEMBERED = 10_000;

    private final LoadingCache<String, Optional<ApiToken>> known;
    private final Clock clock;

    TokenIdentities(ApiTokens tokens, Clock clock) {
        this.clock = clock;
        known = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(MEMORY)
                .build(tokens::find);
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
        try {
            return known.get(token)
                    .filter(found -> found.isValid(clock.instant()))
                    .map(found -> new SignedIn(identity(found)))
                    .orElseThrow(() -> new BadCredentialsException("not taken"));
        } catch (DataAccessException unreachable) {
            throw new AuthenticationServiceException("the tokens cannot be read", unreachable);
        }
    }

    private static Identity identity(ApiToken token) {
        return new Identity(
                "token:" + token.name(),
                token.grants().stream().map(Grant::parse).collect(Collectors.toUnmodifiableSet()));
    }
}
