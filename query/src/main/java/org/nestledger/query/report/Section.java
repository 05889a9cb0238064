package org.nestledger.query.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Quantity;

/**
 * One table of a report.
 *
 * @param rows a cell for each column, empty where something does not apply
 */
public record Section(String name, List<String> columns, List<List<String>> rows) {

    public Section {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(row.size() + " cells for the columns " + columns + ": " + row);
            }
        }
    }

    public static Section of(String name, List<String> columns, Stream<List<String>> rows) {
        return new Section(name, columns, rows.toList());
    }

    /** A row of these values; nothing is an empty cell. */
    public static List<String> row(@Nullable Object... values) {
        return Arrays.stream(values)
                .map(value -> value == null ? "" : value.toString())
                .toList();
    }

    public static @Nullable String value(@Nullable Quantity quantity) {
        return quantity == null ? null : quantity.value();
    }

    public static @Nullable String unit(@Nullable Quantity quantity) {
        return quantity == null ? null : quantity.unit();
    }

    /** The numerator and the denominator, if there is a ratio. */
    public static @Nullable String ratio(@Nullable Ratio ratio) {
        return ratio == null ? null : ratio.numerator() + "/" + ratio.denominator();
    }
}
