package org.nestledger.query.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.page.Amounts;

/**
 * A value before it is written: whole amounts, or an exact quotient of them.
 *
 * @param factor what the quotient is multiplied by when it is written: 100 for a percentage
 */
public record Value(BigDecimal numerator, BigDecimal denominator, int factor, String unit)
        implements Comparable<Value> {

    public static final String PERCENT = "percent";

    private static final int DECIMALS = 6;

    public static Value amount(BigDecimal amount, String unit) {
        return new Value(amount, BigDecimal.ONE, 1, unit);
    }

    public static Value quotient(BigDecimal numerator, BigDecimal denominator, int factor, String unit) {
        return new Value(numerator, denominator, factor, unit);
    }

    public boolean isZero() {
        return numerator.signum() == 0;
    }

    /** Compares quotients exactly, whatever they are rounded to; denominators are positive. */
    @Override
    public int compareTo(Value other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    public Figure figure(String measure, String subject, String period) {
        Quantity quantity = isQuotient() ? rounded() : Amounts.quantity(numerator, unit);
        return new Figure(measure, subject, period, quantity.value(), quantity.unit(), ratio());
    }

    private boolean isQuotient() {
        return unit.equals(PERCENT) || unit.contains("/");
    }

    private Quantity rounded() {
        BigDecimal scaled = numerator.multiply(BigDecimal.valueOf(factor));
        return Quantity.of(scaled.divide(denominator, DECIMALS, RoundingMode.HALF_UP), unit);
    }

    private @Nullable Ratio ratio() {
        return isQuotient() ? new Ratio(numerator.toBigIntegerExact(), denominator.toBigIntegerExact()) : null;
    }
}
