package org.nestledger.api.security;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

/** Tokens that an identity provider signed. That the provider does not tell its keys says nothing against a token. */
final class ProvidedTokens implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(ProvidedTokens.class);

    /** Where the decoder of an issuer looks how long it may wait for what the issuer says of itself; else 30 seconds. */
    private static final List<String> PATIENCE =
            List.of("sun.net.client.defaultConnectTimeout", "sun.net.client.defaultReadTimeout");

    private static final String PATIENCE_MILLIS = "5000";

    private final JwtAuthenticationProvider tokens;
    private final Semaphore asking = new Semaphore(1);
    private volatile boolean answered;

    ProvidedTokens(JwtDecoder keys, ProvidedIdentities identities) {
        PATIENCE.forEach(property -> System.getProperties().putIfAbsent(property, PATIENCE_MILLIS));
        tokens = new JwtAuthenticationProvider(keys);
        tokens.setJwtAuthenticationConverter(identities);
    }

    /** One request at a time asks a provider that has never answered; the others wait a second for what comes of it. */
    @Override
    public @Nullable Authentication authenticate(Authentication presented) {
        if (answered) {
            return lookUp(presented);
        }
        try {
            if (!asking.tryAcquire(1, TimeUnit.SECONDS)) {
                throw unreachable();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw unreachable();
        }
        try {
            return lookUp(presented);
        } finally {
            asking.release();
        }
    }

    private @Nullable Authentication lookUp(Authentication presented) {
        try {
            Authentication found = tokens.authenticate(presented);
            answered = true;
            return found;
        } catch (InvalidBearerTokenException refused) {
            answered = true;
            throw refused;
        } catch (JwtDecoderInitializationException | AuthenticationServiceException silent) {
            LOG.warn(
                    "The identity provider does not tell its keys: {}",
                    NestedExceptionUtils.getMostSpecificCause(silent).getMessage());
            throw unreachable();
        }
    }

    private static AuthenticationServiceException unreachable() {
        return new AuthenticationServiceException(
                "the identity provider does not answer",
                new RefusedRequest(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "UNAVAILABLE",
                        "The identity provider does not answer: nobody knows whom the token is of.",
                        "Send the same request again in a moment."));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return tokens.supports(authentication);
    }
}
