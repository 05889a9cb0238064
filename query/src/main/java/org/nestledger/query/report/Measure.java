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
 * @param ranked whether zones are ranked by it
 */
public record Measure(
        String code,
        String formula,
        String date,
        String counts,
        String reversal,
        String unit,
        Computation computation,
        boolean ranked) {

    /** How a measure is computed. */
    sealed interface Computation {}

    /** By a statement over the movements and entries that the two dates admit: a row for each subject and unit. */
    record Query(String file, Map<String, Object> parameters) implements Computation {}

    /** Days from the start of the period to the end or {@code asOf}, both included, for each of what another counts. */
    record IntervalOf(String measure) implements Computation {}

    /** One measure as a percentage of another. */
    record ShareOf(String part, String whole) implements Computation {}

    /** By a statement that gives a whole part and a whole for each subject: one as a percentage of the other. */
    record QuotientQuery(String file) implements Computation {}

    /** The less, the better the rank. */
    boolean fewestFirst() {
        return computation instanceof IntervalOf;
    }
}
