package org.nestledger.query.report.investment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.report.Ratio;

class InvestmentPerMuIsAnExactQuotientTest {

    @ParameterizedTest
    @CsvSource({
        "600.5,       CNY, 15.25,      39.377049,   60050,       1525",
        "30,          USD, 4,          7.5,         30,          4",
        "1,           JPY, 3,          0.333333,    1,           3",
        "2,           CNY, 3,          0.666667,    2,           3",
        "31100000000, CNY, 2022,       15380811.07, 31100000000, 2022",
        "5,           CNY, 0.000001,   5000000,     5000000,     1",
    })
    void inTheUnitsOfItsParts(
            String money, String currency, String land, String perMu, BigInteger numerator, BigInteger denominator) {
        PerMu quotient = PerMu.of("planned", 2, new Quantity(money, currency), new Quantity(land, "mu"));
        assertThat(quotient.ratio()).isEqualTo(new Ratio(numerator, denominator));
        assertThat(quotient.perMu().unit()).isEqualTo(currency + "/mu");
        assertThat(quotient.perMu().value()).startsWith(perMu);
        assertThat(quotient.investment()).isEqualTo(new Quantity(money, currency));
        assertThat(quotient.land()).isEqualTo(new Quantity(land, "mu"));
    }
}
