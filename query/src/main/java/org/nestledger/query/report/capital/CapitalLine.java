package org.nestledger.query.report.capital;

import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Quantity;

/**
 * One item in one currency.
 *
 * @param zone whose own books these are; absent for the total of all of them
 * @param inPeriod what moved in the period, no later than the report's date
 * @param toDate what stood at the end of the report's date: all that ever moved
 */
public record CapitalLine(@Nullable String zone, CapitalItem item, Quantity inPeriod, Quantity toDate) {}
