package org.nestledger.api.rest.openapi;

import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.nestledger.api.rest.RefusalStatus;
import org.nestledger.core.decision.RefusalCode;

/** The problems that a request can meet, by status, each with all its codes. */
final class ProblemAnswers {

    /** What any request can meet. A path that names something has 404 besides. */
    private static final Map<Integer, Set<String>> OF_ANY = Map.of(
            400, Set.of("INVALID_PARAMETER", "MISSING_PARAMETER", "UNKNOWN_PARAMETER", "BAD_REQUEST", "MALFORMED"),
            401, Set.of("UNAUTHENTICATED"),
            403, Set.of("NOT_PERMITTED", "UNKNOWN_HOST", "CROSS_SITE"),
            405, Set.of("METHOD_NOT_ALLOWED"),
            406, Set.of("NOT_ACCEPTABLE"),
            413, Set.of("TOO_LARGE"),
            429, Set.of("TOO_MANY_REQUESTS"),
            500, Set.of("INTERNAL", "UNREADABLE_EVENT"),
            503, Set.of("UNAVAILABLE", "BUSY", "UPGRADING", "NOT_YET"));

    /** What a question can meet. */
    private static final Map<Integer, Set<String>> OF_READING = Map.of(
            400, Set.of("UNKNOWN_ZONE", "SEVERAL_FIGURES"),
            404, Set.of("NOT_FOUND", "UNKNOWN_ZONE", "UNKNOWN_MEASURE", "NO_FIGURE"),
            500, Set.of("FIGURE_DIFFERS"));

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "The request is not one that can be taken."),
            Map.entry(401, "It is not known who asks."),
            Map.entry(403, "Who asks may not have this, or not from there."),
            Map.entry(404, "There is no such thing."),
            Map.entry(405, "The address does not take this method."),
            Map.entry(406, "The answer is not to be had in a form that is accepted."),
            Map.entry(409, "It does not go with what is recorded already."),
            Map.entry(413, "It is too large."),
            Map.entry(415, "The body is of a type that is not taken."),
            Map.entry(422, "A rule of the ledger says no. Nothing is recorded."),
            Map.entry(429, "Too many requests; `Retry-After` says when to come back."),
            Map.entry(500, "The server made a mistake."),
            Map.entry(503, "It cannot be answered now; `Retry-After` says when to ask again."));

    private ProblemAnswers() {}

    static void addOfReading(ApiResponses responses) {
        add(responses, OF_READING);
    }

    /** The refusals of commands besides, each at its status. */
    static void addOfCommands(ApiResponses responses) {
        Map<Integer, Set<String>> codes = new TreeMap<>();
        codes.put(415, new TreeSet<>(Set.of("UNSUPPORTED_MEDIA_TYPE")));
        codes.put(409, new TreeSet<>(Set.of("ALREADY_DECIDED")));
        codes.put(404, new TreeSet<>(Set.of("NOT_FOUND")));
        Arrays.stream(RefusalCode.values())
                .forEach(code -> codes.computeIfAbsent(RefusalStatus.of(code).value(), _ -> new TreeSet<>())
                        .add(code.name()));
        add(responses, codes);
    }

    private static void add(ApiResponses responses, Map<Integer, Set<String>> more) {
        Map<Integer, Set<String>> all = new TreeMap<>();
        BiConsumer<Integer, Set<String>> merge = (status, codes) ->
                all.computeIfAbsent(status, _ -> new TreeSet<>()).addAll(codes);
        OF_ANY.forEach(merge);
        more.forEach(merge);
        all.forEach((status, codes) -> responses.addApiResponse(status.toString(), answer(status, codes)));
    }

    private static ApiResponse answer(int status, Set<String> codes) {
        Schema<Object> code = WrittenForms.text();
        code.setEnum(List.copyOf(codes));
        Schema<?> narrowed = WrittenForms.typed("object").addProperty("code", code);
        Schema<?> schema = WrittenForms.empty()
                .allOf(List.of(WrittenForms.empty().$ref("#/components/schemas/Problem"), narrowed));
        return new ApiResponse()
                .description(TITLES.get(status) + " `" + String.join("`, `", codes) + "`.")
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }
}
