package org.nestledger.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nestledger.api.exchange.Records.Broken;
import org.nestledger.api.exchange.Records.Cells;
import org.nestledger.api.exchange.Records.Row;

class RecordsAreToldApartTest {

    @Test
    void byLinesOfEveryKind() {
        assertThat(rows("a,b\nc,d\r\ne,f\rg,h", 2))
                .containsExactly(cells(1, "a", "b"), cells(2, "c", "d"), cells(3, "e", "f"), cells(4, "g", "h"));
    }

    @Test
    void withoutTheBlankOnes() {
        assertThat(rows("\n  \na,b\n,\n\nc,d\n", 2)).containsExactly(cells(3, "a", "b"), cells(6, "c", "d"));
    }

    @Test
    void withQuotesLineBreaksAndSeparatorsInside() {
        assertThat(rows("\"a,\"\"1\"\"\",b\n\"c\n\nc\",\"d\"\ne,f", 2))
                .containsExactly(cells(1, "a,\"1\"", "b"), cells(2, "c\n\nc", "d"), cells(5, "e", "f"));
    }

    @Test
    void withACellOfSeveralLinesInAnyPlace() {
        assertThat(rows("a,\"b\nb\",c\nd,e,\"f\nf\"\n\"g\ng\",h,i\n", 3))
                .containsExactly(cells(1, "a", "b\nb", "c"), cells(3, "d", "e", "f\nf"), cells(5, "g\ng", "h", "i"));
    }

    @Test
    void withQuotesThatAreOnlyText() {
        assertThat(rows("a,5\" pipe\nb,6\n\"c\" and d,7\n", 2))
                .containsExactly(cells(1, "a", "5\" pipe"), cells(2, "b", "6"), cells(3, "\"c\" and d", "7"));
    }

    @Test
    void soThatAQuoteLeftOpenCostsAtMostItsRow() {
        assertThat(rows("a,\"b,c\nd,e,f\ng,h,i\n", 3))
                .endsWith(cells(2, "d", "e", "f"), cells(3, "g", "h", "i"))
                .hasSize(3);
        assertThat(rows("a,\"b,c\nd,e,f\ng,h\",i\n", 3))
                .contains(cells(2, "d", "e", "f"))
                .hasSize(3);
        assertThat(rows("a,\"b,c\n" + "d,e,f\n".repeat(1_000), 3)).hasSize(1_001);
    }

    @Test
    void andOneOfAnotherWidthIsBroken() {
        assertThat(rows("a\na,b,c\na,b,,\n", 2))
                .hasSize(3)
                .satisfies(rows -> assertThat(rows.get(0)).isInstanceOf(Broken.class))
                .satisfies(rows -> assertThat(((Broken) rows.get(1)).reason()).contains("3 cells under 2 headings"))
                .endsWith(cells(3, "a", "b"));
    }

    @Test
    void andAnEndlessOneIsCutAndBroken() {
        assertThat(rows("x".repeat(2 * Lines.MAX_LENGTH) + "\na,b\n", 2))
                .hasSize(2)
                .endsWith(cells(2, "a", "b"))
                .first()
                .isInstanceOf(Broken.class);
    }

    @Test
    void andTheFirstMayHaveHeadingsOfSeveralLines() {
        assertThat(Records.first(lines("\n\n\"a\nb\",c\nd,e\n")).text()).isEqualTo("\"a\nb\",c");
        assertThat(Records.first(lines("\"a,b\nc,d\n")).text()).isEqualTo("\"a,b");
        assertThat(Records.first(lines(" \n"))).isNull();
    }

    private static List<Row> rows(String text, int width) {
        Records records = new Records(lines(text), ',', width);
        List<Row> rows = new ArrayList<>();
        for (Row row = records.next(); row != null; row = records.next()) {
            rows.add(row);
        }
        return rows;
    }

    private static Lines lines(String text) {
        return new Lines(Path.of("test"), new BufferedReader(new StringReader(text)));
    }

    private static Row cells(long line, String... cells) {
        return new Cells(line, List.of(cells));
    }
}
