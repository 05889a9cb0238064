package org.nestledger.query.report.starts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AStartIsLateThenIdleThenRecoverableTest {

    @ParameterizedTest
    @CsvSource({
        "2021-06-30, 2021-07-01,   1, LATE",
        "2021-06-30, 2022-06-30, 365, LATE",
        "2021-06-30, 2022-07-01, 366, IDLE",
        "2021-06-30, 2023-06-29, 729, IDLE",
        "2021-06-30, 2023-06-30, 730, RECOVERABLE",
        "2019-06-30, 2020-06-30, 366, IDLE",
        "2020-02-29, 2022-02-27, 729, IDLE",
        "2020-02-29, 2022-02-28, 730, RECOVERABLE",
    })
    void itsStatusFollowsFromTheTwoDays(LocalDate agreed, LocalDate asOf, long days, StartStatus status) {
        assertThat(StartStatus.daysLate(agreed, asOf)).isEqualTo(days);
        assertThat(StartStatus.of(agreed, asOf, false)).isEqualTo(status);
        assertThat(StartStatus.of(agreed, asOf, true)).isEqualTo(StartStatus.START_NOT_REPORTED);
    }
}
