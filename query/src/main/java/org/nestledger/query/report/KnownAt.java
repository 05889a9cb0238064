package org.nestledger.query.report;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Up to which record a report looks. */
public sealed interface KnownAt {

    /** Everything that the read models hold. */
    record Now() implements KnownAt {}

    /** @param position the last record that counts */
    record AtPosition(long position) implements KnownAt {}

    /** Everything recorded at or before the instant. */
    record AtInstant(Instant instant) implements KnownAt {}

    static KnownAt now() {
        return new Now();
    }

    static KnownAt position(long position) {
        return new AtPosition(position);
    }

    static KnownAt instant(Instant instant) {
        return new AtInstant(instant);
    }

    /** A position like {@code 1234} or an instant like {@code 2024-01-02T00:00:00Z}; refused with a sentence that says so. */
    static KnownAt parse(String text) {
        try {
            return text.matches("[0-9]{1,18}") ? position(Long.parseLong(text)) : instant(Instant.parse(text));
        } catch (DateTimeParseException neither) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is neither a position like 1234 nor an instant like 2024-01-02T00:00:00Z",
                    neither);
        }
    }
}
