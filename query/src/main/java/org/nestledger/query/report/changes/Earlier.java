package org.nestledger.query.report.changes;

import org.jspecify.annotations.Nullable;
import org.nestledger.query.report.Ratio;

/**
 * A figure of an earlier period, and how far this one's is from it.
 *
 * @param value a plain decimal in the unit of the figure; zero for a sum of nothing
 * @param ratio of a quotient
 * @param difference this period's value less the earlier one; absent when there is none now. Of quotients it is that of the
 *     ratios, rounded half-up to 6 decimals
 * @param differenceRatio the exact difference of quotients; of percentages unscaled, as their ratios are
 */
public record Earlier(
        String value,
        @Nullable Ratio ratio,
        @Nullable String difference,
        @Nullable Ratio differenceRatio) {}
