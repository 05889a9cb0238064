package org.nestledger.query.report.explain;

import java.time.LocalDate;
import org.nestledger.core.claim.StatedPeriod;

/**
 * Which figure is meant, as of which day, as known when.
 *
 * @param measure with its ending, such as {@code land.acquired.rank}
 * @param subject the zone or project
 * @param unit of the figure, which tells the currency
 * @param asOf nothing dated later counts
 * @param knownAt nothing recorded later counts
 */
public record Asked(String measure, String subject, StatedPeriod period, String unit, LocalDate asOf, long knownAt) {}
