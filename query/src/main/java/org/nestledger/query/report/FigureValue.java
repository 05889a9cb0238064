package org.nestledger.query.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Quantity;

/**
 * What a figure is at some moment.
 *
 * @param value a plain decimal
 * @param ratio the exact value of a quotient, whose {@code value} is rounded half-up to 6 decimals
 */
public record FigureValue(
        String value, String unit, @Nullable Ratio ratio) {

    private static final int DECIMALS = 6;

    public static FigureValue of(Figure figure) {
        return new FigureValue(figure.value(), figure.unit(), figure.ratio());
    }

    public static @Nullable FigureValue ofNullable(@Nullable Figure figure) {
        return figure == null ? null : of(figure);
    }

    /** What it is more than another one of the same figure; of quotients rounded half-up to 6 decimals. */
    public Quantity minus(FigureValue other) {
        if (ratio == null || other.ratio == null) {
            return Quantity.of(new BigDecimal(value).subtract(new BigDecimal(other.value)), unit);
        }
        BigDecimal crosswise = new BigDecimal(ratio.numerator()
                .multiply(other.ratio.denominator())
                .subtract(other.ratio.numerator().multiply(ratio.denominator())));
        BigDecimal common = new BigDecimal(ratio.denominator().multiply(other.ratio.denominator()));
        return Quantity.of(
                crosswise.multiply(BigDecimal.valueOf(factor())).divide(common, DECIMALS, RoundingMode.HALF_UP), unit);
    }

    /** The ratio of a percentage is unscaled. */
    private int factor() {
        return unit.equals("percent") ? 100 : 1;
    }
}
