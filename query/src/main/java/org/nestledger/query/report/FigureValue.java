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

    public static FigureValue of(Quantity quantity, @Nullable Ratio ratio) {
        return new FigureValue(quantity.value(), quantity.unit(), ratio);
    }

    public static @Nullable FigureValue ofNullable(@Nullable Figure figure) {
        return figure == null ? null : of(figure);
    }

    /** What it is more than another one of the same figure: exactly, of quotients by their ratios. */
    public FigureValue minus(FigureValue other) {
        if (ratio == null || other.ratio == null) {
            return of(Quantity.of(new BigDecimal(value).subtract(new BigDecimal(other.value)), unit), null);
        }
        Ratio exact = ratio.minus(other.ratio);
        BigDecimal scaled = new BigDecimal(exact.numerator()).multiply(BigDecimal.valueOf(factor()));
        return of(
                Quantity.of(scaled.divide(new BigDecimal(exact.denominator()), DECIMALS, RoundingMode.HALF_UP), unit),
                exact);
    }

    public Quantity quantity() {
        return new Quantity(value, unit);
    }

    /** The ratio of a percentage is unscaled. */
    private int factor() {
        return unit.equals("percent") ? 100 : 1;
    }
}
