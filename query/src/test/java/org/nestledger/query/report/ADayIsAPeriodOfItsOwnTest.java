package org.nestledger.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.core.measure.InvalidQuantity;
import org.nestledger.core.measure.Period;

/** Reports that look at one day are of that day, not of its year. */
class ADayIsAPeriodOfItsOwnTest {

    private static final LocalDate DAY = LocalDate.of(2023, 6, 10);

    @Test
    void aDayBeginsAndEndsWithItself() {
        assertThat(ReportPeriod.day(DAY)).isEqualTo(new StatedPeriod("2023-06-10", new Period(DAY, DAY)));
    }

    @Test
    void aDayIsReadAsItIsWritten() {
        assertThat(ReportPeriod.parse("2023-06-10")).isEqualTo(ReportPeriod.day(DAY));
    }

    @ParameterizedTest
    @CsvSource({
        "2023,                  in 2023",
        "2023-Q2,               in 2023-Q2",
        "2023-06,               in 2023-06",
        "30 days to 2023-06-10, in 30 days to 2023-06-10",
        "2023-06-10,            on 2023-06-10",
    })
    void somethingIsSoInAPeriodAndOnADay(String period, String when) {
        assertThat(ReportPeriod.when(period)).isEqualTo(when);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-02-30", "2023-13-01", "2023-00-10"})
    void whatIsNoDayIsNamed(String text) {
        assertThatThrownBy(() -> ReportPeriod.parse(text))
                .isInstanceOf(InvalidQuantity.class)
                .hasMessageContaining(text);
    }

    @Test
    void aPublishedFigureIsStillOfNoSingleDay() {
        assertThatThrownBy(() -> StatedPeriod.of("2023-06-10")).isInstanceOf(InvalidQuantity.class);
    }
}
