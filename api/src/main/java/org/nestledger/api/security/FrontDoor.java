package org.nestledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What is wrong with a request whoever sends it: it is too long, or another site's page sends it in a user's name. */
@Component
final class FrontDoor {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OWN = Set.of("same-origin", "none");
    private static final String FETCH_SITE = "Sec-Fetch-Site";

    private final Served served;
    private final Limits limits;

    FrontDoor(Served served, Limits limits) {
        this.served = served;
        this.limits = limits;
    }

    /** @throws RefusedRequest with what is wrong */
    void check(HttpServletRequest request) {
        if (request.getContentLengthLong() > limits.requestBytes()) {
            throw new RefusedRequest(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "TOO_LARGE",
                    "The body has more than " + limits.requestBytes() + " bytes.",
                    "Send it in smaller parts.");
        }
        if (served.isOpen() && !isThisMachine(request.getServerName())) {
            throw new RefusedRequest(
                    HttpStatus.FORBIDDEN,
                    "UNKNOWN_HOST",
                    "This server answers to localhost alone.",
                    "Use localhost or 127.0.0.1 in the address.");
        }
        if (!SAFE.contains(request.getMethod()) && isOfAnotherSite(request)) {
            throw new RefusedRequest(
                    HttpStatus.FORBIDDEN,
                    "CROSS_SITE",
                    "A page of another site sent this.",
                    "Send it from a program, or from a page of this server.");
        }
    }

    /** A name that is anybody else's may have been made to point here, so that a page of theirs can read the answer. */
    private static boolean isThisMachine(String host) {
        if (host.equals("localhost") || host.endsWith(".localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
        } catch (IllegalArgumentException name) {
            return false;
        }
    }

    /** Browsers say where a request comes from, and add a password that they remember all the same. */
    private static boolean isOfAnotherSite(HttpServletRequest request) {
        String site = request.getHeader(FETCH_SITE);
        if (site != null) {
            return !OWN.contains(site);
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !authority(origin).equals(request.getHeader(HttpHeaders.HOST));
    }

    private static String authority(String origin) {
        try {
            @Nullable String authority = URI.create(origin).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException noOrigin) {
            return "";
        }
    }
}
