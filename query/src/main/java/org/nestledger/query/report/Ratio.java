package org.nestledger.query.report;

import java.math.BigInteger;

/** An exact quotient, not reduced. */
public record Ratio(BigInteger numerator, BigInteger denominator) {

    /** The exact difference, of the same denominator when both have it. */
    public Ratio minus(Ratio other) {
        return denominator.equals(other.denominator)
                ? new Ratio(numerator.subtract(other.numerator), denominator)
                : new Ratio(
                        numerator.multiply(other.denominator).subtract(other.numerator.multiply(denominator)),
                        denominator.multiply(other.denominator));
    }
}
