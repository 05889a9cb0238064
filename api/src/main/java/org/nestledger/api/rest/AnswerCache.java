package org.nestledger.api.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Whole answers that were given lately, each under its tag. The tag is made of all that an answer depends on, the position
 * above all, so that none is ever out of date; who may have it was found out before it is looked for.
 */
@Component
final class AnswerCache {

    private static final String GIVEN = AnswerCache.class.getName() + ".given";
    private static final String TAG = AnswerCache.class.getName() + ".tag";
    private static final long MAX_BYTES = 32_000_000;

    /** Of those that an answer with a tag may have; the rest is the same for every request, or is added later. */
    private static final List<String> HEADERS = List.of(
            HttpHeaders.CONTENT_TYPE, HttpHeaders.ETAG, HttpHeaders.CACHE_CONTROL, HttpHeaders.VARY, HttpHeaders.LINK);

    private static final int BYTES_OF_HEADERS = 1_000;

    private final Cache<String, Kept> kept = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .weigher((String _, Kept answer) -> BYTES_OF_HEADERS + 2 * answer.body.length)
            .build();

    /** An answer that is kept. */
    static final class Kept {

        private final Map<String, List<String>> headers;
        private final byte[] body;
        private byte @Nullable [] compressed;

        private Kept(Map<String, List<String>> headers, byte[] body) {
            this.headers = headers;
            this.body = body;
        }

        byte[] body() {
            return body;
        }

        /** The body in gzip, which is made once. */
        synchronized byte[] compressed() throws IOException {
            if (compressed == null) {
                compressed = Gzip.compressed(body, body.length);
            }
            return compressed;
        }
    }

    /** Notes that the answer to a request is the one of this tag. */
    static void mayKeep(HttpServletRequest request, String tag) {
        request.setAttribute(TAG, tag);
    }

    /** Keeps an answer of which that was noted. */
    void keep(HttpServletRequest request, HttpServletResponse response, byte[] body) {
        if (request.getAttribute(TAG) instanceof String tag
                && request.getMethod().equals(HttpMethod.GET.name())
                && response.getStatus() == HttpStatus.OK.value()
                && tag.equals(response.getHeader(HttpHeaders.ETAG))) {
            Map<String, List<String>> headers = new LinkedHashMap<>();
            for (String name : HEADERS) {
                headers.put(name, new ArrayList<>(response.getHeaders(name)));
            }
            kept.put(tag, new Kept(headers, body));
        }
    }

    /** Gives the headers of the answer of this tag, if it is kept, and has its body given when the request ends. */
    boolean give(String tag, HttpServletRequest request, HttpServletResponse response) {
        Kept answer = request.getMethod().equals(HttpMethod.GET.name()) ? kept.getIfPresent(tag) : null;
        if (answer == null) {
            return false;
        }
        answer.headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        request.setAttribute(GIVEN, answer);
        return true;
    }

    /** The answer that is to be given; absent when the request is answered in another way. */
    static Optional<Kept> given(HttpServletRequest request) {
        return request.getAttribute(GIVEN) instanceof Kept answer ? Optional.of(answer) : Optional.empty();
    }
}
