package org.nestledger.api.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nestledger.api.area.ShownAreas;
import org.nestledger.api.runtime.ApiJson;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import tools.jackson.databind.JsonNode;

/** A list of millions is not held in memory: what was fetched is printed before more is asked for. */
class ALongListIsPrintedPageByPageTest {

    private static final int ENTRIES = 2_500;

    record Row(String id, int number) {}

    private boolean failing;
    private final StringWriter printed = new StringWriter();
    private final List<String> printedBefore = new ArrayList<>();
    private final EntryList<Row> list = new EntryList<>(
            Row.class,
            false,
            this::page,
            List.of(ListColumn.text("id", Row::id), ListColumn.number("number", Row::number)));

    private Page<Row> page(LedgerQueries queries, String zone, String text, PageRequest request) {
        printedBefore.add(printed.toString());
        if (failing && request.after() != null) {
            throw new IllegalStateException("no second page");
        }
        int first = request.after() == null ? 0 : Integer.parseInt(request.after());
        int next = Math.min(first + request.limit(), ENTRIES);
        List<Row> rows = IntStream.range(first, next)
                .mapToObj(n -> new Row("row-" + n + ";", n))
                .toList();
        return new Page<>(rows, next < ENTRIES ? String.valueOf(next) : null);
    }

    @ParameterizedTest
    @EnumSource(names = {"csv", "json"})
    void aPageIsPrintedBeforeTheNextIsAskedFor(ReportFormat format) {
        print(format, Integer.MAX_VALUE);
        assertThat(printedBefore).hasSize(3);
        assertThat(printedBefore.get(1)).contains("row-999;").doesNotContain("row-1000;");
        assertThat(printedBefore.get(2)).contains("row-1999;").doesNotContain("row-2000;");
        assertThat(printed.toString()).contains("row-2499;");
    }

    @Test
    void csvHasOneHeader() {
        print(ReportFormat.csv, Integer.MAX_VALUE);
        assertThat(printed.toString().lines()).hasSize(ENTRIES + 1).startsWith("id,number", "row-0;,0", "row-1;,1");
    }

    @Test
    void jsonIsOneArray() {
        print(ReportFormat.json, Integer.MAX_VALUE);
        JsonNode array = ApiJson.mapper().readTree(printed.toString());
        assertThat(array.isArray()).isTrue();
        assertThat(array).hasSize(ENTRIES);
        assertThat(array.get(1_000).get("number").asInt()).isEqualTo(1_000);
        assertThat(printed.toString())
                .as("the same as of an array that is written at once")
                .isEqualTo(ApiJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(array)
                        + System.lineSeparator());
    }

    @Test
    void anArrayIsNotClosedWhenAPageCannotBeGiven() {
        failing = true;
        assertThatIllegalStateException().isThrownBy(() -> print(ReportFormat.json, Integer.MAX_VALUE));
        assertThat(printed.toString()).contains("row-999;").doesNotContain("]");
    }

    @Test
    void aTableHasAllRows() {
        print(ReportFormat.table, Integer.MAX_VALUE);
        assertThat(printed.toString()).contains("| row-0;    |", "| row-2499; |");
    }

    @ParameterizedTest
    @EnumSource
    void noMoreIsAskedForThanTheLimit(ReportFormat format) {
        print(format, 1_001);
        assertThat(printedBefore).hasSize(2);
        assertThat(printed.toString()).contains("row-1000;").doesNotContain("row-1001;");
    }

    private void print(ReportFormat format, int limit) {
        PrintWriter out = new PrintWriter(printed);
        ListOutput.print(list.pages(null, null, null, limit), list.columns(), ShownAreas.AS_RECORDED, format, out);
        out.flush();
    }
}
