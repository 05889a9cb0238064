package org.nestledger.query.report.explain;

/**
 * Which figure an explanation is of.
 *
 * @param measure with its ending, such as {@code land.acquired.rank}
 * @param subject the zone or project
 * @param period as it is written in reports
 * @param unit of the figure; {@code mu}, a currency, …
 * @param formula in words
 */
public record Head(String measure, String subject, String period, String unit, String formula) {}
