package org.nestledger.query.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The right to write the read models, held by one connection of one process. The rows are written over that same
 * connection, so whoever lost the right has also lost the means. There is one right for those that are asked and another
 * for those that are built beside them.
 */
final class Lease implements AutoCloseable {

    /** Any numbers that no other program takes in this database: the letters "nestread" and "nestnext". */
    private static final Map<Schema, Long> KEYS =
            Map.of(Schema.LIVE, 0x6e65737472656164L, Schema.NEXT, 0x6e6573746e657874L);

    /** Sessions that hold a lease and wait for their process, which while it lives asks something every second. */
    private static final String END_HALTED = """
            select pg_terminate_backend(a.pid)
            from pg_locks l
            join pg_stat_activity a on a.pid = l.pid
            where l.locktype = 'advisory' and l.granted and l.objsubid = 1 and a.datname = current_database()
                and (l.classid::bigint << 32 | l.objid::bigint) = ?
                and a.state like 'idle%' and a.state_change < now() - ? * interval '1 second'
            """;

    private static final int VALID_SECONDS = 5;

    private final Connection connection;
    private final long key;
    private final JdbcTemplate database;

    private Lease(Connection connection, long key) {
        this.connection = connection;
        this.key = key;
        this.database = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    }

    /** The lease, or null when another process has it. */
    static @Nullable Lease tryAcquire(DataSource dataSource, Schema schema) throws SQLException {
        long key = Objects.requireNonNull(KEYS.get(schema));
        Connection connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(true);
            if (locked(connection, "select pg_try_advisory_lock(?)", key)) {
                return new Lease(connection, key);
            }
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
        connection.close();
        return null;
    }

    /** Ends the session of who has the lease of the live schema and has not asked anything for so long; returns how many. */
    static int endHalted(JdbcTemplate database, Duration patience) {
        return database.queryForList(END_HALTED, Boolean.class, KEYS.get(Schema.LIVE), patience.toSeconds())
                .size();
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

    /**
     * Makes sure that it is still held.
     *
     * @throws DataAccessResourceFailureException when it was lost
     */
    synchronized void check() {
        try {
            if (connection.isValid(VALID_SECONDS)) {
                return;
            }
        } catch (SQLException broken) {
            throw new DataAccessResourceFailureException("the connection was lost", broken);
        }
        throw new DataAccessResourceFailureException("the connection was lost");
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
                locked(connection, "select pg_advisory_unlock(?)", key);
            }
        }
    }

    private static boolean locked(Connection connection, String sql, long key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, key);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }
}
