package org.nestledger.core.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.claim.Precision.Rounded;
import org.nestledger.core.claim.Precision.Truncated;
import org.nestledger.core.ledger.LedgerJson;
import org.nestledger.core.measure.InvalidQuantity;
import org.nestledger.core.measure.Period;

class PeriodsAndPrecisionsHaveOneTextTest {

    @Property(tries = 200)
    void aPrecisionIsReadAsItIsWritten(@ForAll("precisions") Precision precision) {
        assertThat(Precision.of(precision.text())).isEqualTo(precision);
        String json = LedgerJson.mapper().writeValueAsString(precision);
        assertThat(json).isEqualTo("\"" + precision.text() + "\"");
        assertThat(LedgerJson.mapper().readValue(json, Precision.class)).isEqualTo(precision);
    }

    @Provide
    Arbitrary<Precision> precisions() {
        Arbitrary<Integer> decimals = Arbitraries.integers().between(-12, 12);
        return Arbitraries.oneOf(
                Arbitraries.of("exact", "at-least", "more-than", "statement").map(Precision::of),
                decimals.map(Rounded::new),
                decimals.map(Truncated::new));
    }

    @Property(tries = 200)
    void noOtherTextIsAPrecision(@ForAll("cuts") String cut, @ForAll @StringLength(max = 5) String decimals) {
        String text = cut + decimals;
        try {
            assertThat(Precision.of(text).text()).isEqualTo(text);
        } catch (InvalidQuantity refused) {
            assertThat(refused).hasMessageContaining("is no precision");
        }
    }

    @Provide
    Arbitrary<String> cuts() {
        return Arbitraries.of("", "rounded:", "truncated:", "truncated", "rounded:1", "rounded:-", "exact", "at-least");
    }

    @Property(tries = 200)
    void aPeriodIsReadAsItIsWritten(@ForAll("periods") String text) {
        StatedPeriod period = StatedPeriod.of(text);
        String json = LedgerJson.mapper().writeValueAsString(period);
        assertThat(json).isEqualTo("\"" + text + "\"");
        assertThat(LedgerJson.mapper().readValue(json, StatedPeriod.class)).isEqualTo(period);
    }

    @Provide
    Arbitrary<String> periods() {
        Arbitrary<LocalDate> day = Arbitraries.longs()
                .between(
                        LocalDate.of(1, 1, 1).toEpochDay(),
                        LocalDate.of(9999, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
        return Arbitraries.oneOf(
                day.map(date -> date.toString().substring(0, 4)),
                day.map(date -> YearMonth.from(date).toString()),
                day.flatMap(date -> Arbitraries.integers().between(1, 9999).map(days -> days + " days to " + date)));
    }

    @Property(tries = 100)
    void daysAreCountedWithBothEnds(@ForAll @IntRange(min = 1, max = 9999) int days) {
        Period period = StatedPeriod.of(days + " days to 2023-12-30").period();
        assertThat(period.days()).isEqualTo(days);
        assertThat(period.end()).isEqualTo("2023-12-30");
    }

    @Test
    void yearsAndMonthsAreWhole() {
        assertThat(StatedPeriod.of("2023").period()).isEqualTo(Period.year(2023));
        assertThat(StatedPeriod.of("2024-02").period()).isEqualTo(Period.month(YearMonth.of(2024, 2)));
        assertThat(StatedPeriod.of("30 days to 2023-12-30").period())
                .isEqualTo(new Period(LocalDate.of(2023, 12, 1), LocalDate.of(2023, 12, 30)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0000",
                "0000-01",
                "23",
                "02023",
                "2023-1",
                "2023-13",
                "2023/06",
                "2023-06-30",
                "2023 ",
                "0 days to 2023-12-30",
                "10000 days to 2023-12-30",
                "-1 days to 2023-12-30",
                "30 days to 2023-02-29",
                "30 days to 0000-01-01",
                "30 days to 12023-12-30",
                "30  days to 2023-12-30",
                "30 days to 2023",
                "２０２３"
            })
    void noOtherTextIsAPeriod(String text) {
        assertThatThrownBy(() -> StatedPeriod.of(text))
                .isInstanceOf(InvalidQuantity.class)
                .hasMessageContaining("write it like");
    }

    @Test
    void aLongTextIsNotRepeatedWhole() {
        assertThatThrownBy(() -> StatedPeriod.of("9".repeat(4_000))).message().hasSizeLessThan(200);
        assertThatThrownBy(() -> Precision.of("9".repeat(4_000))).message().hasSizeLessThan(200);
    }
}
