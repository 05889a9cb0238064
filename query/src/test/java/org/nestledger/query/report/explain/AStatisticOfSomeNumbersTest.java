package org.nestledger.query.report.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AStatisticOfSomeNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "COUNT,              3 1 2,                 3",
        "MEDIAN,             9 1 2,                 2",
        "MEDIAN,             4 1,                   2.5",
        "MEDIAN,             7,                     7",
        "HALF_WITHIN,        4 1,                   1",
        "HALF_WITHIN,        9 1 2,                 2",
        "NINE_TENTHS_WITHIN, 10 9 8 7 6 5 4 3 2 1,  9",
        "NINE_TENTHS_WITHIN, 11 10 9 8 7 6 5 4 3 2 1, 10",
        "NINE_TENTHS_WITHIN, 7,                     7",
        "LEAST,              3 -1 2,                -1",
        "GREATEST,           3 -1 2,                3",
    })
    void isOfThemInAnyOrder(Statistic statistic, String numbers, String value) {
        List<BigDecimal> all =
                Arrays.stream(numbers.split(" ")).map(BigDecimal::new).toList();
        assertThat(statistic.of(all)).isEqualByComparingTo(value);
    }
}
