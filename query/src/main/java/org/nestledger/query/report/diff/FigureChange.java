package org.nestledger.query.report.diff;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.FigureValue;

/**
 * A figure that is another one at the later moment.
 *
 * @param before absent when there was no such figure
 * @param after absent when there is none any more
 * @param difference what it is more after than before, where both are
 * @param changedBy positions of the entries recorded between the moments that may have made the difference
 */
public record FigureChange(
        String measure,
        String subject,
        @Nullable String period,
        @Nullable FigureValue before,
        @Nullable FigureValue after,
        @Nullable Quantity difference,
        List<Long> changedBy) {

    public FigureChange {
        changedBy = List.copyOf(changedBy);
    }

    /** One of the two may be absent. */
    static FigureChange of(@Nullable Figure before, @Nullable Figure after, List<Long> changedBy) {
        Figure any = Objects.requireNonNull(before == null ? after : before);
        FigureValue then = FigureValue.ofNullable(before);
        FigureValue now = FigureValue.ofNullable(after);
        return new FigureChange(
                any.measure(),
                any.subject(),
                any.period(),
                then,
                now,
                then == null || now == null ? null : now.minus(then).quantity(),
                changedBy);
    }
}
