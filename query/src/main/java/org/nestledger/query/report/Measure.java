package org.nestledger.query.report;

import java.util.Map;
import org.nestledger.core.journal.Flow;

/**
 * One row of the table of measures.
 *
 * @param code as it stands in reports and claims
 * @param formula in words
 * @param date which business date decides whether something counts
 * @param counts what is counted once
 * @param reversal what a reversal does to it
 * @param unit {@code currency} for one figure a currency
 * @param computation how it is computed
 * @param ranking among whom its subject has a rank
 */
public record Measure(
        String code,
        String formula,
        String date,
        String counts,
        String reversal,
        String unit,
        Computation computation,
        Ranking ranking) {

    private static final String FASTEST = ".fastest";

    /** How a measure is computed. */
    public sealed interface Computation {}

    /** Of zones, each rolled up over its descendants. */
    public sealed interface OfZones extends Computation {}

    /** By a statement that gives the days that each project took: the fewest, of the project that took them. */
    public record FewestDays(String file) implements Computation {}

    /** Amounts and counts, which are zero without data. */
    public sealed interface Total extends OfZones {}

    /** The sum of what moved by one flow. */
    public record SumOf(Flow flow) implements Total {}

    /** By a statement over the movements and entries that the two dates admit: a row for each subject and unit. */
    public sealed interface Query extends Total {

        /** The statement, beside the reports. */
        String file();

        default Map<String, Object> parameters() {
            return Map.of();
        }
    }

    /** The plans of the projects introduced. */
    public record PlansOfIntroduced() implements Query {
        @Override
        public String file() {
            return "investment-planned.sql";
        }
    }

    /** How many projects introduced are of a recognised enterprise. */
    public record QualifiedOfIntroduced() implements Query {
        @Override
        public String file() {
            return "qualified.sql";
        }
    }

    /** How many projects got more land than was taken back. */
    public record ProjectsSupplied() implements Query {
        @Override
        public String file() {
            return "supplied.sql";
        }
    }

    /** How many projects started construction. */
    public record ProjectsStarted(boolean reported) implements Query {
        @Override
        public String file() {
            return "started.sql";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("reported", reported);
        }
    }

    /** Days from the start of the period to the end or {@code asOf}, both included, for each of what another counts. */
    public record IntervalOf(String measure) implements OfZones {}

    /** One measure as a percentage of another. */
    public record ShareOf(String part, String whole) implements OfZones {}

    /** By a statement that gives for each subject what was supplied and what was needed: one as a percentage of the other. */
    public record NeedMet(String file) implements OfZones {}

    /** Among whom a subject has a rank. Only those that have data are ranked; equal values share a rank. */
    public sealed interface Ranking {}

    public record Unranked() implements Ranking {}

    /** Zones of kind ZONE among those of their province. */
    public record AmongZones() implements Ranking {}

    /** The same, by the last days up to the report's date. */
    public record AmongZonesByLast(int days) implements Ranking {}

    /** Projects among those of their city. */
    public record AmongProjects() implements Ranking {}

    /** What {@code .rank} and {@code .ranked} are put behind to name its place: the code without {@code .fastest}. */
    public String rankedAs() {
        return code.endsWith(FASTEST) ? code.substring(0, code.length() - FASTEST.length()) : code;
    }

    /** The less, the better the rank. */
    public boolean fewestFirst() {
        return computation instanceof IntervalOf || computation instanceof FewestDays;
    }
}
