package org.nestledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
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

    /** @throws RefusedRequest when something that was not taken came too often from there */
    void checkFailures(HttpServletRequest request) {
        check(failures.missing(address(request)));
    }

    /** Something came from there that was not taken. */
    void failed(HttpServletRequest request) {
        long _ = failures.take(address(request));
    }

    /** No actor has a space in it. */
    private static String address(HttpServletRequest request) {
        return "from " + request.getRemoteAddr();
    }

    private static void check(long nanos) {
        if (nanos > 0) {
            HttpHeaders headers = new HttpHeaders();
            headers.set(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(1 + Duration.ofNanos(nanos).toSeconds()));
            throw new RefusedRequest(
                    HttpStatus.TOO_MANY_REQUESTS,
                    HttpStatus.TOO_MANY_REQUESTS.name(),
                    "More requests came than one sender may send.",
                    "Come back after the seconds that Retry-After says, and ask less often.",
                    headers);
        }
    }
}
