package org.nestledger.query.report;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Quantity;

/**
 * A figure of a closed period.
 *
 * @param frozen as it was known when the period was closed; absent when there was no such figure
 * @param now with all that is known, each reversal that restates the period counted on the day of what it takes back; absent
 *     when there is no such figure any more
 * @param difference what it is now more than then, where both are
 * @param restatedBy positions of the entries that may have made the difference, all recorded after the closing
 */
public record FrozenFigure(
        String measure,
        String subject,
        @Nullable String period,
        @Nullable FigureValue frozen,
        @Nullable FigureValue now,
        @Nullable Quantity difference,
        List<Long> restatedBy) {

    public FrozenFigure {
        restatedBy = List.copyOf(restatedBy);
    }

    /** One of the two may be absent. */
    public static FrozenFigure of(@Nullable Figure frozen, @Nullable Figure now, List<Long> restatedBy) {
        Figure any = Objects.requireNonNull(frozen == null ? now : frozen);
        FigureValue then = FigureValue.ofNullable(frozen);
        FigureValue today = FigureValue.ofNullable(now);
        return new FrozenFigure(
                any.measure(),
                any.subject(),
                any.period(),
                then,
                today,
                then == null || today == null ? null : today.minus(then).quantity(),
                restatedBy);
    }
}
