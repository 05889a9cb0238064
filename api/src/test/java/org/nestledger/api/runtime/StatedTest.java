package org.nestledger.api.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatedTest {

    @Test
    void aNumberIsReadByItsDigits() {
        assertThat(Stated.number("100")).isEqualTo(100);
        assertThat(Stated.number("-1")).isEqualTo(-1);
        assertThat(Stated.number("0")).isZero();
        assertThat(Stated.largeNumber("9000000000")).isEqualTo(9_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0x10", "#10", "010", "1e3", "+5", " 5", "5 ", "1_000", "١٠", "99999999999", "-"})
    void whatAProgramMayWriteOtherwiseIsTakenForAMistake(String text) {
        assertThatThrownBy(() -> Stated.number(text)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void aDayHasFourDigitsForTheYear() {
        assertThat(Stated.day("2023-12-31")).isEqualTo(LocalDate.of(2023, 12, 31));
        assertThatThrownBy(() -> Stated.day("23-12-31")).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> Stated.day("+12023-12-31")).isInstanceOf(DateTimeException.class);
    }
}
