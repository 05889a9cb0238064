package org.nestledger.core.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What 6 decimals can say is exact; the rest is rounded half-up, and its ratio is exact. */
class AreasAreConvertedExactlyTest {

    @ParameterizedTest
    @CsvSource({
        "15, mu, 1, ha",
        "8505, mu, 567, ha",
        "3, mu, 2000, m2",
        "-15, mu, -1, ha",
        "0, mu, 0, acre",
        "0.000003, mu, 0.002, m2",
        "1, ha, 10000, m2",
        "1, ha, 15, mu",
        "6.0702846336, mu, 1, acre",
        "1, acre, 4046.856422, m2",
        "12.5, mu, 12.5, mu"
    })
    void whatCanBeSaidIs(BigDecimal amount, String from, String expected, String to) {
        ConvertedArea area = AreaUnit.of(from).in(AreaUnit.of(to), amount);
        assertThat(area.quantity()).isEqualTo(new Quantity(expected, to));
    }

    @ParameterizedTest
    @CsvSource({
        "1, mu, 0.066667, ha, 1, 15",
        "1, mu, 666.666667, m2, 2000, 3",
        "0.5, mu, 0.033333, ha, 1, 30",
        "-1, mu, -0.066667, ha, -1, 15",
        "1, mu, 0.164737, acre, 78125000, 474240987",
        "0.000001, mu, 0.000667, m2, 1, 1500"
    })
    void whatCannotIsRoundedAndHasItsRatio(
            BigDecimal amount, String from, String rounded, String to, long numerator, long denominator) {
        ConvertedArea area = AreaUnit.of(from).in(AreaUnit.of(to), amount);
        assertThat(area.quantity()).isEqualTo(new Quantity(rounded, to));
        assertThat(area.exact()).isFalse();
        BigInteger crosswise = area.numerator().multiply(BigInteger.valueOf(denominator));
        assertThat(crosswise).isEqualTo(area.denominator().multiply(BigInteger.valueOf(numerator)));
    }

    @Property
    void theRatioBackAgainIsTheArea(
            @ForAll @LongRange(min = -1_000_000_000_000_000L, max = 1_000_000_000_000_000L) long microMu,
            @ForAll AreaUnit unit) {
        BigDecimal mu = BigDecimal.valueOf(microMu, 6);
        ConvertedArea area = AreaUnit.MU.in(unit, mu);
        BigDecimal back = new BigDecimal(area.numerator()).multiply(unit.microMu());
        assertThat(back).isEqualByComparingTo(BigDecimal.valueOf(microMu).multiply(new BigDecimal(area.denominator())));
        assertThat(area.numerator().gcd(area.denominator())).isEqualTo(BigInteger.ONE);
    }

    @Property
    void theValueIsWithinHalfAMillionth(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000_000L) long microMu, @ForAll AreaUnit unit) {
        ConvertedArea area = AreaUnit.MU.in(unit, BigDecimal.valueOf(microMu, 6));
        BigDecimal exact =
                new BigDecimal(area.numerator()).divide(new BigDecimal(area.denominator()), MathContext.DECIMAL128);
        BigDecimal off = area.quantity().decimal().subtract(exact).abs();
        assertThat(off).isLessThanOrEqualTo(new BigDecimal("0.0000005000000001"));
        if (area.exact()) {
            assertThat(area.quantity().decimal().multiply(new BigDecimal(area.denominator())))
                    .isEqualByComparingTo(new BigDecimal(area.numerator()));
        }
    }
}
