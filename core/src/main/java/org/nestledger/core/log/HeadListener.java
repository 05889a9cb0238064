package org.nestledger.core.log;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices what other processes append: by notification, and by looking when none came for a while. */
final class HeadListener implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(HeadListener.class);

    /** A thread that waits for notifications hears nothing else, not even that it should end. */
    private static final int PATIENCE_MILLIS = 20;

    private static final int RETRY_MILLIS = 100;

    private final DataSource dataSource;
    private final LogOptions options;
    private final Runnable wake;
    private final Thread thread =
            Thread.ofPlatform().name("log-listen").daemon().unstarted(this::run);
    private volatile boolean open = true;
    private long seen;

    /** An outage is said once, however long it lasts. */
    private boolean listening = true;

    HeadListener(DataSource dataSource, LogOptions options, Runnable wake) {
        this.dataSource = dataSource;
        this.options = options;
        this.wake = wake;
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (open) {
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(true);
                connection.setNetworkTimeout(
                        Runnable::run, Math.toIntExact(options.databaseTimeout().toMillis()));
                listen(connection);
            } catch (SQLException e) {
                failed(e);
            } catch (RuntimeException | Error e) {
                // Without this thread nobody here would notice what others append.
                LOGGER.error("listening for appends failed unexpectedly", e);
                failed(e);
            }
        }
    }

    private void failed(Throwable e) {
        if (listening) {
            LOGGER.warn("the event log cannot listen for appends, trying again: {}", e.getMessage());
        }
        listening = false;
        pause();
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen nest_ledger_log");
            PGConnection notifications = connection.unwrap(PGConnection.class);
            listening = true;
            // After a crash the head may be where it was, of other events.
            seen = 0;
            noticed(head(statement));
            long looked = System.nanoTime();
            while (open) {
                PGNotification @Nullable [] received = notifications.getNotifications(PATIENCE_MILLIS);
                if (received != null && received.length > 0) {
                    noticed(told(received[received.length - 1].getParameter(), statement));
                } else if (System.nanoTime() - looked > options.pollInterval().toNanos()) {
                    noticed(head(statement));
                    looked = System.nanoTime();
                }
            }
            // The connection goes back to where it came from.
            statement.execute("unlisten *");
        }
    }

    /** Anybody who may connect can notify, of whatever he likes. */
    private static long told(String text, Statement statement) throws SQLException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            return head(statement);
        }
    }

    private void noticed(long head) {
        if (head != seen) {
            seen = head;
            wake.run();
        }
    }

    private static long head(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select position from log.log_head")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException _) {
            open = false;
        }
    }

    @Override
    public void close() {
        open = false;
        Ended.await(thread);
    }
}
