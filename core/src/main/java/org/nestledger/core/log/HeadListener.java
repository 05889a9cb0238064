package org.nestledger.core.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices what other processes append: by notification, and by looking when none came for a while. */
final class HeadListener implements AutoCloseable {

    /** Tells all of them how far the log goes. */
    static final String TELL = "select pg_notify('nest_ledger_log', ?)";

    private static final Logger LOGGER = LoggerFactory.getLogger(HeadListener.class);

    /** A thread that waits for notifications hears nothing else, not even that it should end. */
    private static final int PATIENCE_MILLIS = 20;

    private static final int RETRY_MILLIS = 100;

    private final DataSource dataSource;
    private final LogOptions options;
    private final Durable durable;
    private final Runnable wake;
    private final Thread thread =
            Thread.ofPlatform().name("log-listen").daemon().unstarted(this::run);
    private volatile boolean open = true;
    private long seen;

    /** An outage is said once, however long it lasts. */
    private boolean listening = true;

    /** @param durable what must be where it looks */
    HeadListener(DataSource dataSource, LogOptions options, Durable durable, Runnable wake) {
        this.dataSource = dataSource;
        this.durable = durable;
        this.options = options;
        this.wake = wake;
    }

    void start() {
        thread.start();
    }

    /** Tells them when what the connection writes is committed. */
    static void tell(Connection connection, long position) throws SQLException {
        try (PreparedStatement tell = connection.prepareStatement(TELL)) {
            tell.setString(1, Long.toString(position));
            tell.execute();
        }
    }

    private void run() {
        while (open) {
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(true);
                connection.setNetworkTimeout(
                        Runnable::run, Math.toIntExact(options.databaseTimeout().toMillis()));
                listen(connection);
            } catch (SQLException | RuntimeException | Error e) {
                // Whatever it is: without this thread nobody here would notice what others append.
                failed(e);
            }
        }
    }

    private void failed(Throwable e) {
        if (listening && e instanceof EventStoreException) {
            LOGGER.error("{}", e.getMessage());
        } else if (listening && e instanceof SQLException) {
            LOGGER.warn("the event log cannot listen for appends, trying again: {}", e.getMessage());
        } else if (listening) {
            LOGGER.error("the event log failed unexpectedly to listen for appends, trying again", e);
        }
        listening = false;
        pause();
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen nest_ledger_log");
            PGConnection notifications = connection.unwrap(PGConnection.class);
            // After a crash the head may be where it was, of other events.
            seen = 0;
            try {
                follow(notifications, statement);
            } catch (EventStoreException lost) {
                leave(statement);
                throw lost;
            }
            leave(statement);
        }
    }

    /** The connection goes back to where it came from. */
    private static void leave(Statement statement) throws SQLException {
        statement.execute("unlisten *");
    }

    private void follow(PGConnection notifications, Statement statement) throws SQLException {
        noticed(head(statement));
        listening = true;
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
    }

    /** Anybody who may connect can notify, of whatever he likes. */
    private long told(String text, Statement statement) throws SQLException {
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

    private long head(Statement statement) throws SQLException {
        Durable.Mark before = durable.mark();
        try (ResultSet row = statement.executeQuery("select position from log.log_head")) {
            long head = row.next() ? row.getLong(1) : 0;
            durable.requireIn(statement.getConnection(), before, head);
            return head;
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
