package org.nestledger.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.core.measure.InvalidQuantity;
import org.nestledger.core.measure.Period;

class APeriodIsHeldAgainstEarlierOnesTest {

    @ParameterizedTest
    @CsvSource({
        "2023,    2022,    2022",
        "2023-Q3, 2023-Q2, 2022-Q3",
        "2023-Q1, 2022-Q4, 2022-Q1",
        "2023-07, 2023-06, 2022-07",
        "2023-01, 2022-12, 2022-01",
        "2024-02, 2024-01, 2023-02",
    })
    void theOneBeforeAndThatOfTheYearBefore(String period, String before, String yearBefore) {
        StatedPeriod stated = ReportPeriod.parse(period);
        assertThat(ReportPeriod.before(stated)).isEqualTo(ReportPeriod.parse(before));
        assertThat(ReportPeriod.yearBefore(stated)).isEqualTo(ReportPeriod.parse(yearBefore));
    }

    @ParameterizedTest
    @CsvSource({
        "2023,    2023-12-31, 2022,    2022-12-31",
        "2023,    2023-06-15, 2022,    2022-06-15",
        "2023-Q3, 2023-09-30, 2023-Q2, 2023-06-30",
        "2023-Q3, 2023-08-10, 2023-Q2, 2023-05-10",
        "2023-Q2, 2023-06-30, 2023-Q1, 2023-03-31",
        "2023-03, 2023-03-30, 2023-02, 2023-02-28",
        "2023-02, 2023-02-28, 2023-01, 2023-01-31",
        "2024-02, 2024-02-29, 2023-02, 2023-02-28",
        "2023,    2024-02-01, 2022,    2023-02-01",
    })
    void theDateStandsToTheEarlierPeriodAsToItsOwn(String period, LocalDate asOf, String earlier, LocalDate then) {
        assertThat(ReportPeriod.earlierDay(asOf, ReportPeriod.parse(period), ReportPeriod.parse(earlier)))
                .isEqualTo(then);
    }

    @Test
    void eachHasOneText() {
        assertThat(ReportPeriod.parse("2023")).isEqualTo(ReportPeriod.year(2023));
        assertThat(ReportPeriod.parse("2023-Q4")).isEqualTo(ReportPeriod.quarter(2023, 4));
        assertThat(ReportPeriod.parse("2023-07")).isEqualTo(ReportPeriod.month(YearMonth.of(2023, 7)));
        assertThat(ReportPeriod.parse("2023-Q4").period())
                .isEqualTo(new Period(LocalDate.of(2023, 10, 1), LocalDate.of(2023, 12, 31)));
        assertThat(ReportPeriod.parse("30 days to 2023-12-30").period())
                .isEqualTo(new Period(LocalDate.of(2023, 12, 1), LocalDate.of(2023, 12, 30)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2023-Q0", "2023-Q5", "2023-q1", "0000-Q1", "2023-13", "23", "2023-Q1 "})
    void anyOtherTextIsNone(String text) {
        assertThatThrownBy(() -> ReportPeriod.parse(text)).isInstanceOf(InvalidQuantity.class);
    }

    @Test
    void monthsAreTheSameThatAreAsFarFromTheStart() {
        assertThat(ReportPeriod.monthOf("2023", "2023-07"))
                .isEqualTo(ReportPeriod.monthOf("2022", "2022-07"))
                .isEqualTo("month 7");
        assertThat(ReportPeriod.monthOf("2023-Q3", "2023-08"))
                .isEqualTo(ReportPeriod.monthOf("2023-Q2", "2023-05"))
                .isEqualTo("month 2");
        assertThat(ReportPeriod.monthOf("2023-07", "2023-07")).isEqualTo("month 1");
    }

    @ParameterizedTest
    @CsvSource({
        "2022, 2022-12, 2023, 2023-12",
        "2023-Q4, 2023-11, 2024-Q1, 2024-02",
        "2023-12, 2023-12, 2024-01, 2024-01"
    })
    void theSameMonthOfAnotherPeriod(String period, String month, String other, String same) {
        assertThat(ReportPeriod.sameMonth(other, ReportPeriod.monthOf(period, month)))
                .isEqualTo(same);
    }
}
