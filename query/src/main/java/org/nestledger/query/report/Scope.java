package org.nestledger.query.report;

import java.time.LocalDate;
import java.util.Map;
import org.nestledger.core.measure.Period;

/**
 * What a figure looks at.
 *
 * @param asOf nothing dated later counts
 * @param knownAt nothing recorded later counts
 */
record Scope(String zone, Period period, LocalDate asOf, long knownAt) {

    /** Days that have passed of the period, the first and the last included; none when it begins after {@code asOf}. */
    long days() {
        LocalDate last = asOf.isBefore(period.end()) ? asOf : period.end();
        return Math.max(0, last.toEpochDay() - period.start().toEpochDay() + 1);
    }

    Map<String, Object> parameters() {
        return Map.of("zone", zone, "start", period.start(), "end", period.end(), "asOf", asOf, "knownAt", knownAt);
    }
}
