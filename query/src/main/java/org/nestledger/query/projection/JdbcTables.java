package org.nestledger.query.projection;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.page.Refold;
import org.nestledger.query.page.Sums;
import org.nestledger.query.page.TableWriter;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/** Writes the rows at once, within the caller's transaction. */
final class JdbcTables implements TableWriter {

    private final JdbcOperations database;
    private final Schema schema;

    JdbcTables(JdbcOperations database, Schema schema) {
        this.database = database;
        this.schema = schema;
    }

    /** As in a rebuild: to copy even a single row takes no longer than to insert it, and many take a fraction. */
    @Override
    public void insert(String table, List<String> columns, List<@Nullable Object[]> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> CopyText.append(row, text));
        String copy = schema.in(CopyText.statement(table, columns));
        long _ = Objects.requireNonNull(
                database.execute((ConnectionCallback<Long>) connection -> CopyText.send(copy, text, connection)));
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

    @Override
    public void sum(Sums sums, long first, long last) {
        database.update(schema.in(sums.add()), first, last);
    }
}
