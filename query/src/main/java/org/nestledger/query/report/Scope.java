package org.nestledger.query.report;

import java.time.LocalDate;
import java.util.Map;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.core.measure.Period;
import org.nestledger.query.page.Dates;

/**
 * What a report or a figure looks at.
 *
 * @param zone with all its descendants
 * @param asOf nothing dated later counts
 * @param knownAt nothing recorded later counts
 */
public record Scope(String zone, StatedPeriod stated, LocalDate asOf, long knownAt) {

    public Period period() {
        return stated.period();
    }

    /** The last day of the period, or {@code asOf} when that is earlier. */
    public LocalDate day() {
        return asOf.isBefore(period().end()) ? asOf : period().end();
    }

    /** Days that have passed of the period, the first and the last included; none when it begins after {@code asOf}. */
    long days() {
        return Math.max(0, day().toEpochDay() - period().start().toEpochDay() + 1);
    }

    public Dates dates() {
        return new Dates(asOf, knownAt);
    }

    Scope during(StatedPeriod other) {
        return new Scope(zone, other, asOf, knownAt);
    }

    /** The same over the last days up to {@code asOf}, which its period says. */
    public Scope last(int days) {
        return during(new StatedPeriod(days + " days to " + asOf, new Period(asOf.minusDays(days - 1L), asOf)));
    }

    /** The parameters {@code zone}, {@code start}, {@code end}, {@code asOf}, {@code day} and {@code knownAt} of a statement. */
    public Map<String, Object> parameters() {
        return Map.of(
                "zone",
                zone,
                "start",
                period().start(),
                "end",
                period().end(),
                "asOf",
                asOf,
                "day",
                day(),
                "knownAt",
                knownAt);
    }
}
