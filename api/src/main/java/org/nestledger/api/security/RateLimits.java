package org.nestledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** How often each sender may come: whoever is known as themselves, everybody else by their address. */
@Component
final class RateLimits {

    private final @Nullable Buckets requests;
    private final Buckets failures;

    RateLimits(Limits limits, Served served) {
        int perSecond = limits.perSecond(served);
        requests = perSecond == 0 ? null : new Buckets(limits.burst(), perSecond, Duration.ofSeconds(1));
        failures = new Buckets(limits.failuresPerMinute(), limits.failuresPerMinute(), Duration.ofMinutes(1));
    }

    /** @throws RefusedRequest when the sender has come too often */
    void count(HttpServletRequest request) {
        if (requests != null) {
            Identity identity = Identity.current();
            check(requests.take(identity.isKnown() ? identity.actor() : address(request)));
        }
    }

    /** Whether something that was not taken came too often from there. */
    boolean isSuspect(HttpServletRequest request) {
        return failures.missing(address(request)) > 0;
    }

    /** Something came from there that was not taken. What is said to it when that was once too often, else nothing. */
    Optional<RefusedRequest> failed(HttpServletRequest request) {
        long missing = failures.take(address(request));
        return missing == 0 ? Optional.empty() : Optional.of(tooMany(missing));
    }

    /** What is said to something from there that is not looked at. */
    RefusedRequest tooManyFailures(HttpServletRequest request) {
        return tooMany(failures.missing(address(request)));
    }

    /** No actor has a space in it. */
    private static String address(HttpServletRequest request) {
        return "from " + request.getRemoteAddr();
    }

    private static void check(long nanos) {
        if (nanos > 0) {
            throw tooMany(nanos);
        }
    }

    private static RefusedRequest tooMany(long nanos) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(
                HttpHeaders.RETRY_AFTER,
                Long.toString(1 + Duration.ofNanos(nanos).toSeconds()));
        return new RefusedRequest(
                HttpStatus.TOO_MANY_REQUESTS,
                HttpStatus.TOO_MANY_REQUESTS.name(),
                "More requests came than one sender may send.",
                "Come back after the seconds that Retry-After says, and ask less often.",
                headers);
    }
}
