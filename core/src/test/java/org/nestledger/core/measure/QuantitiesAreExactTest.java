package org.nestledger.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.ledger.LedgerJson;

class QuantitiesAreExactTest {

    @ParameterizedTest
    @CsvSource({
        "1, mu, 1000000",
        "0.000001, mu, 1",
        "1, ha, 15000000",
        "0.000001, ha, 15",
        "1, m2, 1500",
        "0.01, m2, 15",
        "666.67, m2, 1000005",
        "1250, acre, 7587855792",
        "0, acre, 0",
        "-0, mu, 0",
        "007, mu, 7000000",
        "1.000000000000, mu, 1000000",
        "9223372036854.775807, mu, 9223372036854775807"
    })
    void anAreaIsAWholeNumberOfMillionthsOfAMu(String value, String unit, long microMu) {
        assertThat(Area.of(new Quantity(value, unit)).microMu()).isEqualTo(microMu);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0000001, mu",
        "0.00000001, ha",
        "0.0001, m2",
        "1, acre",
        "9223372036854.775808, mu",
        "999999999999999999, ha",
        "-1, mu",
        "-0.000001, mu",
        "1, km2",
        "1, MU",
        "1, CNY",
        "1, ''"
    })
    void whatIsNotExactNegativeOrTooLargeIsNoArea(String value, String unit) {
        assertThatThrownBy(() -> Area.of(new Quantity(value, unit))).isInstanceOf(InvalidQuantity.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1e3",
                "1E3",
                "NaN",
                "Infinity",
                "+1",
                "1.",
                ".5",
                "1,5",
                "1 000",
                "0x1",
                "١",
                "１",
                "一",
                "1.5.5",
                "--1",
                "1\n",
                "1234567890123456789",
                "0.1234567890123",
                "1f",
                "½"
            })
    void aStatedValueIsAPlainDecimalOfAsciiDigits(String value) {
        assertThatThrownBy(() -> Quantity.stated(value, "mu")).isInstanceOf(InvalidQuantity.class);
        String json = LedgerJson.mapper().writeValueAsString(Map.of("value", value, "unit", "mu"));
        assertThatThrownBy(() -> LedgerJson.mapper().readValue(json, Quantity.class))
                .hasRootCauseInstanceOf(InvalidQuantity.class);
    }

    @Test
    void aSumMayBeLargerThanAnythingThatIsStated() {
        BigDecimal sum = BigDecimal.valueOf(Long.MAX_VALUE).multiply(BigDecimal.valueOf(1_000));
        assertThat(Area.quantityOf(sum).value()).isEqualTo("9223372036854775.807");
        assertThat(Money.quantityOf(sum, "CNY").value()).isEqualTo("92233720368547758070");
        assertThat(Money.quantityOf(sum.negate(), "JPY").value()).isEqualTo("-9223372036854775807000");
    }

    @ParameterizedTest
    @CsvSource({
        "1, CNY, 100",
        "0.01, CNY, 1",
        "1, JPY, 1",
        "0.001, KWD, 1",
        "92233720368547758.07, CNY, 9223372036854775807"
    })
    void moneyIsAWholeNumberOfMinorUnits(String value, String currency, long minor) {
        assertThat(Money.of(value, currency).minor()).isEqualTo(minor);
    }

    @ParameterizedTest
    @CsvSource({"0.001, CNY", "0.1, JPY", "92233720368547758.08, CNY", "-1, CNY", "1, cny", "1, RMB", "1, XAU", "1, mu"
    })
    void whatIsNotExactNegativeTooLargeOrNoCurrencyIsNoMoney(String value, String currency) {
        assertThatThrownBy(() -> Money.of(value, currency)).isInstanceOf(InvalidQuantity.class);
    }

    @Property(tries = 200)
    void areasAreWrittenAndReadWithoutLoss(@ForAll @LongRange(min = 0) long microMu) {
        Area area = new Area(microMu);
        assertThat(Area.of(area.quantity())).isEqualTo(area);
        assertThat(area.quantity().value()).matches("0|[1-9][0-9]*(\\.[0-9]*[1-9])?|0\\.[0-9]*[1-9]");
    }

    @Property(tries = 200)
    void moneyIsWrittenAndReadWithoutLoss(@ForAll @LongRange(min = 0) long minor) {
        Money money = new Money(minor, "CNY");
        assertThat(Money.of(money.quantity())).isEqualTo(money);
    }

    @Property(tries = 200)
    void anyNumberOfSquareMetresWithTwoDecimalsIsExact(@ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long cm2) {
        String value = BigDecimal.valueOf(cm2, 2).toPlainString();
        assertThat(Area.of(new Quantity(value, "m2")).microMu()).isEqualTo(cm2 * 15);
    }

    @Test
    void unitsAreThoseOfTheTrade() {
        assertThat(Area.hectares("1")).isEqualTo(Area.mu("15"));
        assertThat(Area.of(new Quantity("2000", "m2"))).isEqualTo(Area.mu("3"));
        assertThat(Area.of(new Quantity("10000", "acre"))).isEqualTo(Area.mu("60702.846336"));
    }

    @Test
    void equalNumbersAreOneText() {
        assertThat(new Quantity("01.50", "mu")).isEqualTo(new Quantity("1.5", "mu"));
        assertThat(new Quantity("-0.0", "mu").value()).isEqualTo("0");
        assertThat(new Quantity("100", "mu").value()).isEqualTo("100");
    }
}
