package org.nestledger.query.projection;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.page.Refold;
import org.nestledger.query.page.TableWriter;
import org.springframework.jdbc.core.JdbcOperations;

/** Writes the rows at once, within the caller's transaction. */
final class JdbcTables implements TableWriter {

    private final JdbcOperations database;
    private final Schema schema;

    JdbcTables(JdbcOperations database, Schema schema) {
        this.database = database;
        this.schema = schema;
    }

    @Override
    public void insert(String table, List<String> columns, List<@Nullable Object[]> rows) {
        String insert = "insert into " + table + " (" + names(columns) + ") values ("
                + columns.stream().map(JdbcTables::placeholder).collect(Collectors.joining(", ")) + ")";
        database.batchUpdate(schema.in(insert), rows);
    }

    /** The columns without their casts. */
    static String names(List<String> columns) {
        return columns.stream().map(column -> column.replaceFirst("::.*", "")).collect(Collectors.joining(", "));
    }

    private static String placeholder(String column) {
        int cast = column.indexOf("::");
        return cast < 0 ? "?" : "?" + column.substring(cast);
    }

    @Override
    public void refold(Refold current, Collection<String> ids) {
        Object touched = ids.toArray(String[]::new);
        database.update(schema.in("delete from " + current.table() + " where " + current.id() + " = any(?)"), touched);
        database.update(
                schema.in("insert into " + current.table() + " " + current.rows() + " where f." + current.id()
                        + " = any(?)"),
                touched);
    }
}
