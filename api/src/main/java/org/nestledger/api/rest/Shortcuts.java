package org.nestledger.api.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.security.Clearance;
import org.nestledger.api.security.Sight;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/** Questions that were answered lately, each with all that must still hold for its answer to be given again. */
@Component
final class Shortcuts {

    private static final long MAX_CHARACTERS = 4_000_000;
    private static final int CHARACTERS_OF_THE_REST = 300;

    private final Cache<Question, Shortcut> known = Caffeine.newBuilder()
            .maximumWeight(MAX_CHARACTERS)
            .weigher((Question question, Shortcut _) -> question.length() + CHARACTERS_OF_THE_REST)
            .build();

    /**
     * A question to the letter: what reads the same is asked for the same.
     *
     * @param accept the only header that an answer which is kept depends on
     */
    private record Question(
            String path,
            @Nullable String parameters,
            @Nullable String accept) {

        static Optional<Question> of(HttpServletRequest request) {
            Enumeration<String> accept = request.getHeaders(HttpHeaders.ACCEPT);
            String first = accept.hasMoreElements() ? accept.nextElement() : null;
            return accept.hasMoreElements() || !request.getMethod().equals(HttpMethod.GET.name())
                    ? Optional.empty()
                    : Optional.of(new Question(request.getRequestURI(), request.getQueryString(), first));
        }

        int length() {
            return path.length() + length(parameters) + length(accept);
        }

        private static int length(@Nullable String text) {
            return text == null ? 0 : text.length();
        }
    }

    /**
     * The answer to a question.
     *
     * @param moment what it is of
     * @param signs whether it shows checkpoints
     * @param pattern of the address
     * @param clearance who may have it
     */
    record Shortcut(ETag tag, ReadMoment moment, boolean signs, String pattern, Clearance clearance) {}

    /** Notes what the answer to a request is that was let pass. They are for whoever is shown all of it. */
    void note(HttpServletRequest request, ReadMoment moment, ETag tag) {
        Question question = Question.of(request).orElse(null);
        Clearance clearance = Clearance.of(request).orElse(null);
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (question != null
                && clearance != null
                && pattern != null
                && Sight.of(request).isWhole()) {
            boolean signs = ReadMoments.showsCheckpoints(request);
            known.put(question, new Shortcut(tag, moment, signs, pattern.toString(), clearance));
        }
    }

    /** What the answer to a request was the last time. */
    Optional<Shortcut> of(HttpServletRequest request) {
        return Question.of(request).map(known::getIfPresent);
    }
}
