package org.nestledger.api.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A column is a column on the screen, whatever the script of what stands in it. */
class TablesAreAlignedTest {

    private record Row(String name, String number) {}

    private static String table(String header, Row... rows) {
        return TextTable.of(
                        List.of(rows),
                        List.of(TextTable.column(header, false, Row::name), TextTable.column("mu", true, Row::number)))
                .replace(System.lineSeparator(), "\n");
    }

    @Test
    void textsStandToTheLeftAndNumbersToTheRight() {
        assertThat(table("name", new Row("A", "7"), new Row("Bigger", "1200"))).isEqualTo("""
                +--------+------+
                | name   | mu   |
                +--------+------+
                | A      |    7 |
                | Bigger | 1200 |
                +--------+------+""");
    }

    @Test
    void aChineseCharacterTakesTwoPlaces() {
        assertThat(table("name", new Row("大旺园区", "7"), new Row("Dawang", "1200")))
                .isEqualTo("""
                +----------+------+
                | name     | mu   |
                +----------+------+
                | 大旺园区 |    7 |
                | Dawang   | 1200 |
                +----------+------+""");
    }

    @Test
    void soDoesItInAHeader() {
        assertThat(table("园区", new Row("A", "1"))).isEqualTo("""
                +------+----+
                | 园区 | mu |
                +------+----+
                | A    |  1 |
                +------+----+""");
    }

    @Test
    void fullWidthFormsAndKoreanAreWideAndAccentsAreNot() {
        assertThat(table("name", new Row("（ＡＢ）", "1"), new Row("한국", "2"), new Row("Zürich é", "3")))
                .isEqualTo("""
                +----------+----+
                | name     | mu |
                +----------+----+
                | （ＡＢ） |  1 |
                | 한국     |  2 |
                | Zürich é |  3 |
                +----------+----+""");
    }

    @Test
    void aRareCharacterOutsideTheFirstPlaneIsAsWideAsItsTwoHalves() {
        assertThat(table("name", new Row("𠮷田", "1"), new Row("abcd", "2"))).isEqualTo("""
                +------+----+
                | name | mu |
                +------+----+
                | 𠮷田 |  1 |
                | abcd |  2 |
                +------+----+""");
    }

    @Test
    void nothingButTheTextIsPrinted() {
        assertThat(table("name", new Row("园", "1")).codePoints()).doesNotContain(0xFFFF);
    }
}
