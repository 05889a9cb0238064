package org.nestledger.query.report.changes;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.report.FigureTable.Row;
import org.nestledger.query.report.Ratio;
import org.nestledger.query.report.Value;

/**
 * A figure's amount, or how far one is from another.
 *
 * @param value a plain decimal; of a quotient rounded half-up to 6 decimals
 * @param ratio the exact value of a quotient; of a percentage unscaled
 */
public record Amount(String value, String unit, @Nullable Ratio ratio) {

    static Amount of(Row row) {
        return new Amount(row.quantity().value(), row.quantity().unit(), row.ratio());
    }

    /** The exact difference; of quotients it is that of their ratios, whatever they are rounded to. */
    Amount minus(Amount other) {
        if (ratio != null && other.ratio() != null) {
            return quotient(minus(ratio, other.ratio()));
        }
        BigDecimal difference = new BigDecimal(value).subtract(new BigDecimal(other.value()));
        return new Amount(Quantity.of(difference, unit).value(), unit, null);
    }

    private Amount quotient(Ratio exact) {
        Value quotient = Value.quotient(
                new BigDecimal(exact.numerator()),
                new BigDecimal(exact.denominator()),
                unit.equals("percent") ? 100 : 1,
                unit);
        return new Amount(quotient.figure("", "", "").value(), unit, exact);
    }

    private static Ratio minus(Ratio now, Ratio then) {
        if (now.denominator().equals(then.denominator())) {
            return new Ratio(now.numerator().subtract(then.numerator()), now.denominator());
        }
        BigInteger left = now.numerator().multiply(then.denominator());
        BigInteger right = then.numerator().multiply(now.denominator());
        return new Ratio(left.subtract(right), now.denominator().multiply(then.denominator()));
    }
}
