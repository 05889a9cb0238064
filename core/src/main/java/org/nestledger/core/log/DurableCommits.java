package org.nestledger.core.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/** What is answered or published promises to survive a crash, whatever the database's default says. */
public final class DurableCommits {

    /** Also where it is so already: else it would follow the database's default when that is changed later. */
    private static final String ON =
            "select set_config('synchronous_commit', case s when 'off' then 'on' else s end, false)"
                    + " from current_setting('synchronous_commit') s";

    private DurableCommits() {}

    /**
     * A connection for a thread of its own: each statement is a transaction that is on disk when it is answered.
     *
     * @param timeout after so long without an answer the connection counts as lost
     */
    public static Connection connect(DataSource dataSource, Duration timeout) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(true);
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(timeout.toMillis()));
            on(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            try (connection) {
                throw e;
            }
        }
    }

    /** From now on, a commit on this connection returns when what it wrote is on disk. */
    public static void on(Connection connection) throws SQLException {
        try (Statement set = connection.createStatement()) {
            set.execute(ON);
        }
    }

    /** Returns when everything that this connection has seen is on disk. */
    public static void seen(Connection connection) throws SQLException {
        try (Statement flush = connection.createStatement()) {
            flush.execute("select log.make_durable()");
        }
    }
}
