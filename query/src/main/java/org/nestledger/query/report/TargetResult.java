package org.nestledger.query.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Quantity;

/**
 * What a zone was to reach in a year, as set last, and what it has.
 *
 * @param reached the report's figure of the measure in the unit of the target; absent for another year, and when there is
 *     no such figure
 */
public record TargetResult(
        String measure,
        int year,
        Quantity target,
        LocalDate setOn,
        @Nullable Quantity reached) {}
