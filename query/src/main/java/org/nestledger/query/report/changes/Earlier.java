package org.nestledger.query.report.changes;

import org.jspecify.annotations.Nullable;
import org.nestledger.query.report.FigureValue;
import org.nestledger.query.report.Ratio;

/**
 * A figure of an earlier period, and how far this one's is from it.
 *
 * @param value a plain decimal; zero for a sum of nothing
 * @param ratio of a quotient
 * @param difference this period's less the earlier one; absent when there is none now
 */
public record Earlier(
        String value,
        String unit,
        @Nullable Ratio ratio,
        @Nullable FigureValue difference) {

    static Earlier of(FigureValue then, @Nullable FigureValue now) {
        return new Earlier(then.value(), then.unit(), then.ratio(), now == null ? null : now.minus(then));
    }
}
