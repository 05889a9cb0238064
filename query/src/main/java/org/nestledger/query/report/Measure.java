package org.nestledger.query.report;

import java.util.Map;

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
    sealed interface Computation {}

    /** Of zones, each rolled up over its descendants. */
    sealed interface OfZones extends Computation {}

    /** By a statement that gives the days that each project took: the fewest, of the project that took them. */
    record FewestDays(String file) implements Computation {}

    /** By a statement over the movements and entries that the two dates admit: a row for each subject and unit. */
    record Query(String file, Map<String, Object> parameters) implements OfZones {}

    /** Days from the start of the period to the end or {@code asOf}, both included, for each of what another counts. */
    record IntervalOf(String measure) implements OfZones {}

    /** One measure as a percentage of another. */
    record ShareOf(String part, String whole) implements OfZones {}

    /** By a statement that gives a whole part and a whole for each subject: one as a percentage of the other. */
    record QuotientQuery(String file) implements OfZones {}

    /** Among whom a subject has a rank. Only those that have data are ranked; equal values share a rank. */
    sealed interface Ranking {}

    record Unranked() implements Ranking {}

    /** Zones of kind ZONE among those of their province. */
    record AmongZones() implements Ranking {}

    /** The same, by the last days up to the report's date. */
    record AmongZonesByLast(int days) implements Ranking {}

    /** Projects among those of their city. */
    record AmongProjects() implements Ranking {}

    /** What {@code .rank} and {@code .ranked} are put behind to name its place: the code without {@code .fastest}. */
    String rankedAs() {
        return code.endsWith(FASTEST) ? code.substring(0, code.length() - FASTEST.length()) : code;
    }

    /** The less, the better the rank. */
    boolean fewestFirst() {
        return computation instanceof IntervalOf || computation instanceof FewestDays;
    }
}
