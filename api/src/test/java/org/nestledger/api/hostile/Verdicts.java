package org.nestledger.api.hostile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.nestledger.api.rest.openapi.DescribedSchemas;
import org.nestledger.api.rest.openapi.Description;
import org.nestledger.api.runtime.ApiJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Says what is wrong with an answer to a wrong request. */
final class Verdicts {

    /** What tells of the inside of the server. */
    private static final Pattern INSIDE = Pattern.compile(
            "(?i)\\tat |\\b(java|javax|org|com|tools)\\.(?!nestledger\\.[a-z]+\\.[A-Z])[a-z]+\\.[\\w.]+|Exception"
                    + "|SQLSTATE|syntax error|hikari|jdbc|<html|\\bselect \\S+ from\\b|insert into");

    /** What the web server answers before the program sees a request: no HTTP, a transfer encoding or version it has not. */
    private static final Set<Integer> OF_THE_CONTAINER = Set.of(400, 413, 414, 417, 431, 501, 505);

    /** What passes when the same is asked again. */
    private static final Set<String> PASSING = Set.of("NOT_YET", "UNAVAILABLE", "BUSY", "UPGRADING");

    private final DescribedSchemas schemas;

    Verdicts(Description description) {
        schemas = new DescribedSchemas(description);
    }

    Optional<String> on(HostileRequest request, RawHttp.Answer answer) {
        if (answer.status() == 0) {
            return Optional.of("no answer");
        }
        if (answer.status() < 400) {
            return answer.status() == 201 ? Optional.of("recorded") : Optional.empty();
        }
        if (request.method().equals("HEAD")) {
            return answer.status() >= 500 ? Optional.of("a mistake of the server") : Optional.empty();
        }
        if (!answer.type().equals("application/problem+json")) {
            return Optional.of("no problem document");
        }
        JsonNode problem = problem(answer.body());
        String code = problem.path("code").asString("");
        if (problem.path("status").asInt() != answer.status()
                || !code.matches("[A-Z_]{3,40}")
                || problem.path("detail").asString("").isBlank()
                || problem.path("remedy").asString("").isBlank()) {
            return Optional.of("not the form of problems");
        }
        if (INSIDE.matcher(answer.body()).find()) {
            return Optional.of("tells of the inside");
        }
        return answer.status() >= 500
                ? mistake(answer.status(), code)
                : undescribed(request, answer.status(), code, problem);
    }

    private static Optional<String> mistake(int status, String code) {
        boolean passes = status == 503 && PASSING.contains(code);
        boolean container = OF_THE_CONTAINER.contains(status) && code.equals("MALFORMED");
        return passes || container ? Optional.empty() : Optional.of("a mistake of the server");
    }

    /** A problem of an operation is one of those that are described, with its code. */
    private Optional<String> undescribed(HostileRequest request, int status, String code, JsonNode problem) {
        if (request.operation() == null || (OF_THE_CONTAINER.contains(status) && code.equals("MALFORMED"))) {
            return Optional.empty();
        }
        JsonNode schema = request.operation().answerSchema(status, "application/problem+json");
        if (schema.isMissingNode()) {
            return Optional.of("a status that is not described");
        }
        List<String> faults = schemas.faults(schema, problem);
        return faults.isEmpty() ? Optional.empty() : Optional.of("not as described: " + faults);
    }

    private static JsonNode problem(String body) {
        try {
            return ApiJson.mapper().readTree(body);
        } catch (JacksonException noJson) {
            return ApiJson.mapper().valueToTree(Map.of());
        }
    }
}
