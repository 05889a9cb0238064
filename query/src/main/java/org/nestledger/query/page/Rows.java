package org.nestledger.query.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that are collected and then inserted into one table at once. */
public final class Rows {

    private final String table;
    private final List<String> columns;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    /** @param columns names, with a cast where the database needs one: {@code terms::jsonb} */
    public Rows(String table, String... columns) {
        this.table = table;
        this.columns = List.of(columns);
    }

    public void add(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(values.length + " values for " + columns + " of " + table);
        }
        rows.add(values);
    }

    public void insertInto(TableWriter out) {
        if (!rows.isEmpty()) {
            out.insert(table, columns, rows);
            rows.clear();
        }
    }
}
