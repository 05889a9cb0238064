package org.nestledger.core.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection over which what others wrote is made durable. Once it fails it is gone until {@link #connect}: over a
 * connection that is younger than a batch, nobody could tell whether the server still has the batch.
 */
final class FlushConnection implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(FlushConnection.class);

    /** A transaction of its own, so that it waits for standby servers where commits do. */
    private static final String FLUSH = "select pg_logical_emit_message(true, 'nest-ledger', '')";

    /** Connecting may take as long as a request waits for a connection, and the writer with it. */
    private static final long TRIED_EVERY = TimeUnit.SECONDS.toNanos(10);

    private final DataSource dataSource;
    private final LogOptions options;
    private volatile @Nullable Connection connection;
    private long unreachable = System.nanoTime() - TRIED_EVERY;

    FlushConnection(DataSource dataSource, LogOptions options) {
        this.dataSource = dataSource;
        this.options = options;
    }

    boolean connected() {
        return connection != null;
    }

    /** Connects anew; false when that is not possible, or was not a moment ago. */
    boolean connect() {
        if (System.nanoTime() - unreachable < TRIED_EVERY) {
            return false;
        }
        try {
            connection = DurableCommits.connect(dataSource, options.databaseTimeout());
            return true;
        } catch (SQLException | RuntimeException e) {
            unreachable = System.nanoTime();
            failed(e);
            return false;
        }
    }

    /** Returns when everything that was written before is on disk; false when that is not known. */
    boolean flush() {
        return execute(FLUSH, null);
    }

    /** Tells other processes how far the log goes. */
    void tell(long position) {
        boolean _ = execute(HeadListener.TELL, Long.toString(position));
    }

    private boolean execute(String sql, @Nullable String parameter) {
        Connection used = connection;
        if (used == null) {
            return false;
        }
        try (PreparedStatement statement = used.prepareStatement(sql)) {
            if (parameter != null) {
                statement.setString(1, parameter);
            }
            statement.executeQuery().close();
            return true;
        } catch (SQLException | RuntimeException e) {
            failed(e);
            return false;
        }
    }

    private void failed(Exception e) {
        LOGGER.warn("what was written could not be made durable: {}", e.getMessage());
        close();
    }

    @Override
    public void close() {
        Connection lost = connection;
        connection = null;
        if (lost != null) {
            try {
                lost.close();
            } catch (SQLException _) {
                // It is lost already.
            }
        }
    }
}
