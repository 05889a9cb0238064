package org.nestledger.query.report;

import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.AreaUnit;

/**
 * One figure of a report.
 *
 * @param subject what it is of, such as a zone
 * @param period as it is written in claims: {@code YYYY}
 * @param value a plain decimal
 * @param ratio the exact value of a quotient, whose {@code value} is rounded half-up to 6 decimals
 */
public record Figure(
        String measure,
        String subject,
        @Nullable String period,
        String value,
        String unit,
        @Nullable Ratio ratio) {

    /** Whether it can be held against an amount in this unit, which is its own; an area in every unit of areas. */
    public boolean isComparableIn(String other) {
        return unit.equals(other) || (unit.equals(Area.UNIT) && AreaUnit.isOne(other));
    }
}
