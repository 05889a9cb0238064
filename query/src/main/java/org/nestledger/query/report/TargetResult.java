package org.nestledger.query.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Quantity;

/**
 * What a zone was to reach in a year, as set last, and what it has.
 *
 * @param reached the report's figure of the measure in its own unit; absent for another year, and when there is none that can
 *     be compared with the target
 */
public record TargetResult(
        String measure,
        int year,
        Quantity target,
        LocalDate setOn,
        @Nullable Quantity reached) {}
