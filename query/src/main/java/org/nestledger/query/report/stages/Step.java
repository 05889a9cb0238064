package org.nestledger.query.report.stages;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A step that a supply contract agrees for its project.
 *
 * @param agreed the last day on which it was to be taken; absent when none was agreed
 * @param actual the day on which it was taken; absent when it was not
 * @param reported whether only a public notice says so
 * @param daysLate from the agreed day to the actual one, or to the report's date when it was not taken; 0 when in time,
 *     absent when none was agreed, or when it was taken before the project's books were opened, on a day that nobody stated
 */
public record Step(
        @Nullable LocalDate agreed,
        @Nullable LocalDate actual,
        boolean reported,
        @Nullable Long daysLate) {

    /** @param behind whether the project is past it, be its day known or not */
    static Step of(
            @Nullable LocalDate agreed, @Nullable LocalDate actual, boolean reported, boolean behind, LocalDate asOf) {
        if (agreed == null || (behind && actual == null)) {
            return new Step(agreed, actual, reported, null);
        }
        long days = ChronoUnit.DAYS.between(agreed, actual == null ? asOf : actual);
        return new Step(agreed, actual, reported, Math.max(0, days));
    }
}
