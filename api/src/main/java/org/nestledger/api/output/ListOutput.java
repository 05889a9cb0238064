package org.nestledger.api.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.nestledger.api.area.ShownAreas;
import org.nestledger.api.runtime.ApiJson;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SequenceWriter;

/** How a list is printed: as a table, as an array of what HTTP gives of each entry, or as CSV. */
public final class ListOutput {

    private ListOutput() {}

    public static <T> void print(
            List<T> entries, List<ListColumn<T>> columns, ShownAreas areas, ReportFormat format, PrintWriter out) {
        print(Collections.singleton(entries), columns, areas, format, out);
    }

    /** The same of a list in pages. Only a table needs them all, for its columns are as wide as the widest cell. */
    public static <T> void print(
            Iterable<List<T>> pages,
            List<ListColumn<T>> columns,
            ShownAreas areas,
            ReportFormat format,
            PrintWriter out) {
        List<ListColumn<T>> shown =
                columns.stream().map(column -> column.in(areas.unit())).toList();
        switch (format) {
            case table -> {
                List<T> all = new ArrayList<>();
                pages.forEach(page -> all.addAll(areas.records(page)));
                table(all, shown, out);
            }
            case json -> json(pages, areas, out);
            case csv -> {
                csv(List.of(shown.stream().map(ListColumn::header).toList()), out);
                pages.forEach(page -> csv(cells(areas.records(page), shown), out));
            }
        }
    }

    private static <T> void json(Iterable<List<T>> pages, ShownAreas areas, PrintWriter out) {
        ObjectWriter pretty =
                ApiJson.mapper().writerWithDefaultPrettyPrinter().without(StreamWriteFeature.AUTO_CLOSE_TARGET);
        SequenceWriter array = pretty.writeValuesAsArray(out);
        for (List<T> page : pages) {
            array.writeAll(areas.json(page));
            array.flush();
        }
        // Not when a page could not be given: the array would look whole.
        array.close();
        out.println();
    }

    private static <T> void table(List<T> entries, List<ListColumn<T>> columns, PrintWriter out) {
        out.println(TextTable.of(
                entries,
                columns.stream()
                        .map(column -> TextTable.column(column.header(), column.number(), column.text()))
                        .toList()));
    }

    private static <T> List<List<String>> cells(List<T> entries, List<ListColumn<T>> columns) {
        return entries.stream()
                .map(entry -> columns.stream()
                        .map(column -> column.text().apply(entry))
                        .toList())
                .toList();
    }

    private static void csv(List<List<String>> records, PrintWriter out) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            records.forEach(csv::writeRecord);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        out.print(text);
    }
}
