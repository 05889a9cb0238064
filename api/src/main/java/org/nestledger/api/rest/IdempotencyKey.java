package org.nestledger.api.rest;

import java.util.List;
import java.util.Optional;

/** The header {@code Idempotency-Key}, bare or in quotation marks: the id of a command whose body need not state it. */
public final class IdempotencyKey {

    public static final String HEADER = "Idempotency-Key";

    private IdempotencyKey() {}

    /** @throws ProblemException when it is empty or there are several */
    static Optional<String> of(List<String> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        String key = bare(values.getFirst().strip());
        if (values.size() > 1 || key.isEmpty()) {
            throw new ProblemException(Problem.parameter(
                    "INVALID_PARAMETER",
                    "The header " + HEADER + " is " + (key.isEmpty() ? "empty." : "stated twice."),
                    "State it once, or leave it out."));
        }
        return Optional.of(key);
    }

    private static String bare(String stated) {
        boolean quoted = stated.length() > 1 && stated.startsWith("\"") && stated.endsWith("\"");
        return quoted ? stated.substring(1, stated.length() - 1) : stated;
    }
}
