package org.nestledger.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;

/**
 * Finds out whom a request is of. What is valid is taken whatever else comes from its address. Where too much came that was
 * not taken, a few are looked up at a time, so that guessing keeps nobody else waiting; what was taken lately is no guess.
 */
final class Recognition implements AuthenticationManagerResolver<HttpServletRequest> {

    private static final int GUESSES_AT_ONCE = 4;
    private static final long REMEMBERED = 10_000;
    private static final Duration LATELY = Duration.ofHours(1);

    private final AuthenticationManager identities;
    private final RateLimits rates;
    private final Semaphore guesses = new Semaphore(GUESSES_AT_ONCE);
    private final Cache<String, Boolean> lately = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterAccess(LATELY)
            .build();

    Recognition(AuthenticationManager identities, RateLimits rates) {
        this.identities = identities;
        this.rates = rates;
    }

    @Override
    public AuthenticationManager resolve(HttpServletRequest request) {
        String header = String.valueOf(request.getHeader(HttpHeaders.AUTHORIZATION));
        return presented -> {
            boolean guess = lately.getIfPresent(header) == null && rates.isSuspect(request);
            Authentication taken = guess ? oneOfFew(presented, request) : identities.authenticate(presented);
            lately.put(header, true);
            return taken;
        };
    }

    private Authentication oneOfFew(Authentication presented, HttpServletRequest request) {
        if (!guesses.tryAcquire()) {
            throw new AuthenticationServiceException("too many guesses at once", rates.tooManyFailures(request));
        }
        try {
            return identities.authenticate(presented);
        } finally {
            guesses.release();
        }
    }
}
