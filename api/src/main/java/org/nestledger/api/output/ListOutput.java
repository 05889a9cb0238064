package org.nestledger.api.output;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.nestledger.api.area.ShownAreas;
import org.nestledger.api.runtime.ApiJson;

/** How a list is printed: as a table, as an array of what HTTP gives of each entry, or as CSV. */
public final class ListOutput {

    private ListOutput() {}

    public static <T> void print(
            List<T> entries, List<ListColumn<T>> columns, ShownAreas areas, ReportFormat format, PrintWriter out) {
        List<ListColumn<T>> shown =
                columns.stream().map(column -> column.in(areas.unit())).toList();
        switch (format) {
            case table -> table(areas.records(entries), shown, out);
            case json ->
                out.println(ApiJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(areas.json(entries)));
            case csv -> csv(areas.records(entries), shown, out);
        }
    }

    private static <T> void table(List<T> entries, List<ListColumn<T>> columns, PrintWriter out) {
        List<ColumnData<T>> shown = columns.stream().map(ListOutput::column).toList();
        out.println(AsciiTable.getTable(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS, entries, shown));
    }

    private static <T> ColumnData<T> column(ListColumn<T> column) {
        return new Column()
                .header(column.header())
                .dataAlign(column.number() ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT)
                .with(entry -> column.text().apply(entry));
    }

    private static <T> void csv(List<T> entries, List<ListColumn<T>> columns, PrintWriter out) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(columns.stream().map(ListColumn::header).toList());
            for (T entry : entries) {
                csv.writeRecord(columns.stream()
                        .map(column -> column.text().apply(entry))
                        .toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        out.print(text);
    }
}
