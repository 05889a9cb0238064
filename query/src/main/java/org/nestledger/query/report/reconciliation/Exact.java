package org.nestledger.query.report.reconciliation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.AreaUnit;
import org.nestledger.core.measure.InvalidQuantity;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.Ratio;

/**
 * A number that is never rounded.
 *
 * @param denominator positive
 */
record Exact(BigDecimal numerator, BigDecimal denominator) {

    private static final int SHOWN = 6;

    static Exact of(BigDecimal number) {
        return new Exact(number, BigDecimal.ONE);
    }

    /** What a figure stands for: its ratio, where the value that is written is rounded. */
    static Exact of(Figure figure) {
        Ratio ratio = figure.ratio();
        if (ratio == null) {
            return of(new BigDecimal(figure.value()));
        }
        BigDecimal numerator = new BigDecimal(ratio.numerator());
        BigDecimal scaled = figure.unit().equals("percent") ? numerator.movePointRight(2) : numerator;
        return new Exact(scaled, new BigDecimal(ratio.denominator()));
    }

    /** The same in another unit, which is this one unless it is an area; refused when it cannot be. */
    Exact in(String unit, String other) {
        if (unit.equals(other)) {
            return this;
        }
        if (!unit.equals(Area.UNIT)) {
            throw new InvalidQuantity(unit + " cannot be written in " + other);
        }
        BigDecimal mu = AreaUnit.MU.microMu();
        return new Exact(
                numerator.multiply(mu), denominator.multiply(AreaUnit.of(other).microMu()));
    }

    Exact minus(BigDecimal number) {
        return new Exact(numerator.subtract(number.multiply(denominator)), denominator);
    }

    /** @param decimals after the point; negative for tens, hundreds, … */
    BigDecimal cut(int decimals, RoundingMode mode) {
        return numerator.divide(denominator, decimals, mode);
    }

    boolean equalTo(BigDecimal number) {
        return minus(number).numerator.signum() == 0;
    }

    int compareTo(Exact other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** Up to six decimals, and a sign that there are more. */
    String text() {
        BigDecimal shown = cut(SHOWN, RoundingMode.DOWN);
        return text(shown) + (equalTo(shown) ? "" : "…");
    }

    static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
