package org.nestledger.query.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.page.Derived;
import org.nestledger.query.page.Refold;
import org.nestledger.query.page.Sums;
import org.nestledger.query.page.TableWriter;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * Collects rows by table and sends them in bulk over one connection. What follows from the rows is left for later. For one
 * thread at a time.
 */
final class CopyTables implements TableWriter, AutoCloseable {

    private static final int FULL = 1 << 19;

    private final Connection connection;
    private final Schema schema;
    private final Set<Derived> derived;
    private final Map<String, StringBuilder> rows = new LinkedHashMap<>();

    /** @param derived where what follows from the rows is noted; safe for use by many threads */
    CopyTables(Connection connection, Schema schema, Set<Derived> derived) throws SQLException {
        this.connection = connection;
        this.schema = schema;
        this.derived = derived;
        connection.setAutoCommit(false);
    }

    @Override
    public void insert(String table, List<String> columns, List<@Nullable Object[]> added) {
        String copy = CopyText.statement(table, columns);
        StringBuilder text = rows.computeIfAbsent(copy, _ -> new StringBuilder());
        added.forEach(row -> CopyText.append(row, text));
        if (text.length() >= FULL) {
            send(copy, text);
        }
    }

    @Override
    public void refold(Refold current, Collection<String> ids) {
        derived.add(current);
    }

    @Override
    public void sum(Sums sums, long first, long last) {
        derived.add(sums);
    }

    private void send(String copy, StringBuilder text) {
        try {
            long _ = CopyText.send(schema.in(copy), text, connection);
            text.setLength(0);
        } catch (SQLException refused) {
            throw new UncategorizedSQLException("filling a table", copy, refused);
        }
    }

    /** Sends the rest and keeps everything. */
    void commit() throws SQLException {
        rows.forEach((copy, text) -> {
            if (!text.isEmpty()) {
                send(copy, text);
            }
        });
        connection.commit();
    }

    /** Gives up what was not committed. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
