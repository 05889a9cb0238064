package org.nestledger.bench.rebuild;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.page.Refold;
import org.nestledger.query.page.Sums;
import org.nestledger.query.page.TableWriter;
import org.springframework.jdbc.core.JdbcOperations;

/** Writes each row by a statement of its own, as a handler of events usually does. */
record RowByRow(JdbcOperations database) implements TableWriter {

    @Override
    public void insert(String table, List<String> columns, List<@Nullable Object[]> rows) {
        String names =
                columns.stream().map(column -> column.replaceFirst("::.*", "")).collect(Collectors.joining(", "));
        String values = columns.stream()
                .map(column -> column.replaceFirst("^[^:]*", "?"))
                .collect(Collectors.joining(", "));
        for (@Nullable Object[] row : rows) {
            database.update("insert into " + table + " (" + names + ") values (" + values + ")", row);
        }
    }

    @Override
    public void refold(Refold current, Collection<String> ids) {
        for (String id : ids) {
            database.update("delete from " + current.table() + " where " + current.id() + " = ?", id);
            database.update(
                    "insert into " + current.table() + " " + current.rows() + " where f." + current.id() + " = ?", id);
        }
    }

    @Override
    public void sum(Sums sums, long first, long last) {
        database.update(sums.add(), first, last);
    }
}
