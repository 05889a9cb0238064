package org.nestledger.query.projection;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Keeps the live read models at their position until it is committed or closed. They are read meanwhile as ever. */
final class Pause implements AutoCloseable {

    private final Connection connection;
    private final JdbcTemplate database;
    private final long position;

    Pause(DataSource dataSource) throws SQLException {
        connection = dataSource.getConnection();
        database = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        try {
            connection.setAutoCommit(false);
            position = Positions.locked(database, Schema.LIVE);
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    long position() {
        return position;
    }

    JdbcTemplate database() {
        return database;
    }

    void commit() throws SQLException {
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
