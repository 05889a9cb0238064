package org.nestledger.core.measure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An area in another unit than the one that it was measured in: a quotient of whole numbers without common divisors.
 *
 * @param quantity the same when 6 decimals are enough, else rounded half-up to 6
 * @param exact whether they are enough
 */
public record ConvertedArea(Quantity quantity, boolean exact, BigInteger numerator, BigInteger denominator) {

    private static final int DECIMALS = 6;

    /** @param denominator more than zero */
    static ConvertedArea of(BigInteger numerator, BigInteger denominator, String unit) {
        BigDecimal rounded =
                new BigDecimal(numerator).divide(new BigDecimal(denominator), DECIMALS, RoundingMode.HALF_UP);
        boolean exact = rounded.multiply(new BigDecimal(denominator)).compareTo(new BigDecimal(numerator)) == 0;
        BigInteger common = numerator.gcd(denominator);
        return new ConvertedArea(
                Quantity.of(rounded, unit), exact, numerator.divide(common), denominator.divide(common));
    }
}
