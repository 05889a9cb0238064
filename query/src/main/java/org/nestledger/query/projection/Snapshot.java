package org.nestledger.query.projection;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The database as it was at one moment, while others go on writing. */
final class Snapshot implements AutoCloseable {

    private final Connection connection;
    private final int isolation;
    private final JdbcTemplate database;

    Snapshot(DataSource dataSource) throws SQLException {
        connection = dataSource.getConnection();
        isolation = connection.getTransactionIsolation();
        database = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        try {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            database.execute("set local statement_timeout = 0");
            // The first statement that reads decides of which moment it is.
            long _ = Positions.stored(database, Schema.LIVE);
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    JdbcTemplate database() {
        return database;
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(isolation);
        }
    }
}
