package org.nestledger.query.report.targets;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.report.Ratio;

/**
 * What a zone was to reach in a whole year, and what it has since the year began.
 *
 * @param target as set last
 * @param reached the figure of the measure; absent when there is none in a unit that the target can be compared with
 * @param ratio the exact value of a reached quotient
 * @param share of the target that is reached; absent without a figure, for a target of none, and where less is better
 * @param met whether what is reached is enough: as much as the target, or as little where less is better
 */
public record TargetLine(
        String measure,
        Quantity target,
        LocalDate setOn,
        @Nullable Quantity reached,
        @Nullable Ratio ratio,
        @Nullable Share share,
        boolean met) {

    /**
     * A percentage.
     *
     * @param value rounded half-up to 6 decimals
     * @param ratio reached ÷ target, unscaled
     */
    public record Share(String value, String unit, Ratio ratio) {}
}
