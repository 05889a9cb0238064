package org.nestledger.query.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** Rows that are collected and then inserted into one table at once. */
public final class Rows {

    private final String insert;
    private final int width;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    /** @param columns names, with a cast where the database needs one: {@code terms::jsonb} */
    public Rows(String table, String... columns) {
        this.width = columns.length;
        this.insert = "insert into " + table + " ("
                + Arrays.stream(columns)
                        .map(column -> column.replaceFirst("::.*", ""))
                        .collect(Collectors.joining(", "))
                + ") values ("
                + Arrays.stream(columns).map(Rows::placeholder).collect(Collectors.joining(", ")) + ")";
    }

    private static String placeholder(String column) {
        int cast = column.indexOf("::");
        return cast < 0 ? "?" : "?" + column.substring(cast);
    }

    public void add(@Nullable Object... values) {
        if (values.length != width) {
            throw new IllegalArgumentException(values.length + " values for " + width + " columns: " + insert);
        }
        rows.add(values);
    }

    public void insertInto(JdbcOperations database) {
        if (!rows.isEmpty()) {
            database.batchUpdate(insert, rows);
            rows.clear();
        }
    }
}
