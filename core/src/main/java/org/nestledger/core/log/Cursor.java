package org.nestledger.core.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The rows of a long query, a page in memory at a time. The connection must be in a transaction. */
final class Cursor implements AutoCloseable {

    private static final int PAGE = 1_000;

    private final PreparedStatement statement;
    private final ResultSet rows;
    private boolean on;

    Cursor(Connection connection, String sql) throws SQLException {
        statement = connection.prepareStatement(sql);
        statement.setFetchSize(PAGE);
        rows = statement.executeQuery();
        next();
    }

    /** Whether there is a current row. */
    boolean hasRow() {
        return on;
    }

    /** The current row. */
    ResultSet row() {
        return rows;
    }

    void next() throws SQLException {
        on = rows.next();
    }

    /** Whether there is a current row and its first column is this number. */
    boolean isAt(long number) throws SQLException {
        return on && rows.getLong(1) == number;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
