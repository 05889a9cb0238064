package org.nestledger.query.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Quantity;

/**
 * A figure of a closed period.
 *
 * @param frozen as it was known when the period was closed
 * @param now with all that is known, each reversal that restates the period counted on the day of what it takes back; absent
 *     when there is no such figure any more
 * @param difference what it is now more than then
 * @param restatedBy positions of the entries that made the difference, all recorded after the closing
 */
public record FrozenFigure(
        String measure,
        String subject,
        @Nullable String period,
        FigureValue frozen,
        @Nullable FigureValue now,
        @Nullable Quantity difference,
        List<Long> restatedBy) {

    public FrozenFigure {
        restatedBy = List.copyOf(restatedBy);
    }

    public static FrozenFigure of(Figure frozen, @Nullable Figure now, List<Long> restatedBy) {
        FigureValue then = FigureValue.of(frozen);
        FigureValue today = FigureValue.ofNullable(now);
        return new FrozenFigure(
                frozen.measure(),
                frozen.subject(),
                frozen.period(),
                then,
                today,
                today == null ? null : today.minus(then),
                restatedBy);
    }
}
