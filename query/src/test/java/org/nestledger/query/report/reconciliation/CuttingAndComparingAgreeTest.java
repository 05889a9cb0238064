package org.nestledger.query.report.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.nestledger.core.claim.Precision;

/** The cuts are computed here by integer division, so that the two ways check each other. */
class CuttingAndComparingAgreeTest {

    @Property
    void whatIsCutAsStatedAgrees(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long numerator,
            @ForAll @LongRange(min = 1, max = 1_000_000) long denominator,
            @ForAll @IntRange(min = -9, max = 6) int decimals) {
        Exact ledger = exact(numerator, denominator);
        assertThat(agrees(ledger, truncated(numerator, denominator, decimals), new Precision.Truncated(decimals)))
                .isTrue();
        assertThat(agrees(ledger, rounded(numerator, denominator, decimals), new Precision.Rounded(decimals)))
                .isTrue();
    }

    @Property
    void oneMoreOrLessInTheLastDigitDiffers(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long numerator,
            @ForAll @LongRange(min = 1, max = 1_000_000) long denominator,
            @ForAll @IntRange(min = -9, max = 6) int decimals) {
        Exact ledger = exact(numerator, denominator);
        BigDecimal digit = BigDecimal.ONE.scaleByPowerOfTen(-decimals);
        BigDecimal truncated = truncated(numerator, denominator, decimals);
        BigDecimal rounded = rounded(numerator, denominator, decimals);
        for (BigDecimal step : new BigDecimal[] {digit, digit.negate()}) {
            BigDecimal next = truncated.add(step);
            assertThat(agrees(ledger, next, new Precision.Truncated(decimals)) && !ledger.equalTo(next))
                    .isFalse();
            next = rounded.add(step);
            assertThat(agrees(ledger, next, new Precision.Rounded(decimals)) && !ledger.equalTo(next))
                    .isFalse();
        }
    }

    @Property
    void aBoundHoldsExactlyUpToTheNumber(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long numerator,
            @ForAll @LongRange(min = 1, max = 1_000_000) long denominator,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long published) {
        int order = BigInteger.valueOf(numerator)
                .compareTo(BigInteger.valueOf(published).multiply(BigInteger.valueOf(denominator)));
        Exact ledger = exact(numerator, denominator);
        BigDecimal number = BigDecimal.valueOf(published);
        assertThat(agrees(ledger, number, new Precision.AtLeast())).isEqualTo(order >= 0);
        assertThat(agrees(ledger, number, new Precision.MoreThan())).isEqualTo(order > 0);
        assertThat(agrees(ledger, number, new Precision.Exact())).isEqualTo(order == 0);
    }

    @Property
    void aBoundHoldsAtTheNumberItself(@ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long number) {
        Exact ledger = exact(number, 1);
        assertThat(agrees(ledger, BigDecimal.valueOf(number), new Precision.AtLeast()))
                .isTrue();
        assertThat(agrees(ledger, BigDecimal.valueOf(number), new Precision.MoreThan()))
                .isFalse();
        assertThat(agrees(ledger, BigDecimal.valueOf(number + 1), new Precision.AtLeast()))
                .isFalse();
        assertThat(agrees(exact(number + 1, 1), BigDecimal.valueOf(number), new Precision.MoreThan()))
                .isTrue();
    }

    private static boolean agrees(Exact ledger, BigDecimal published, Precision precision) {
        return switch (Comparison.of(ledger, published, precision, "count")) {
            case Verdict.Agrees _, Verdict.AgreesAsPublished _ -> true;
            case Verdict.Differs _ -> false;
            case Verdict.NotDerivable _, Verdict.Statement _ -> throw new AssertionError();
        };
    }

    private static Exact exact(long numerator, long denominator) {
        return new Exact(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
    }

    private static BigDecimal truncated(long numerator, long denominator, int decimals) {
        return cut(numerator, denominator, decimals, BigInteger.ZERO, BigInteger.ONE);
    }

    /** Half a digit more, then cut off. */
    private static BigDecimal rounded(long numerator, long denominator, int decimals) {
        return cut(numerator, denominator, decimals, BigInteger.ONE, BigInteger.TWO);
    }

    private static BigDecimal cut(long numerator, long denominator, int decimals, BigInteger add, BigInteger of) {
        BigInteger up = BigInteger.TEN.pow(Math.max(0, decimals));
        BigInteger down = BigInteger.TEN.pow(Math.max(0, -decimals));
        BigInteger top = BigInteger.valueOf(numerator).multiply(up);
        BigInteger bottom = BigInteger.valueOf(denominator).multiply(down);
        BigInteger digits = top.multiply(of).add(bottom.multiply(add)).divide(bottom.multiply(of));
        return new BigDecimal(digits)
                .scaleByPowerOfTen(-decimals)
                .setScale(Math.max(0, decimals), RoundingMode.UNNECESSARY);
    }
}
