package org.nestledger.query.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The right to write the read models, held by one connection of one process. The rows are written over that same
 * connection, so whoever lost the right has also lost the means.
 */
final class Lease implements AutoCloseable {

    /** Any number that no other program takes in this database: the letters "nestread". */
    private static final long KEY = 0x6e65737472656164L;

    private final Connection connection;
    private final JdbcTemplate database;

    private Lease(Connection connection) {
        this.connection = connection;
        this.database = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    }

    /** The lease, or null when another process has it. */
    static @Nullable Lease tryAcquire(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(true);
            if (locked(connection, "select pg_try_advisory_lock(?)")) {
                return new Lease(connection);
            }
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
        connection.close();
        return null;
    }

    JdbcTemplate database() {
        return database;
    }

    /** Runs the work in one transaction: all of it or nothing. */
    void inTransaction(Runnable work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            work.run();
            connection.commit();
        } catch (Throwable e) {
            rollback(e);
            throw e;
        }
        connection.setAutoCommit(true);
    }

    private void rollback(Throwable cause) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException broken) {
            cause.addSuppressed(broken);
        }
    }

    /** Gives the right back. A pool would otherwise keep it with the connection. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            if (connection.isValid(1)) {
                locked(connection, "select pg_advisory_unlock(?)");
            }
        }
    }

    private static boolean locked(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, KEY);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }
}
