package org.nestledger.core.log;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** What an error of the database means. */
final class Failures {

    private static final String LOST_RACE = "NL001";
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK = "40P01";
    private static final String QUERY_CANCELED = "57014";

    private Failures() {}

    /** Whether another process was faster; the same batch may succeed on top of what it wrote. */
    static boolean lostRace(SQLException e) {
        String state = state(e);
        return state.equals(LOST_RACE) || state.equals(SERIALIZATION_FAILURE) || state.equals(DEADLOCK);
    }

    /** Whether there is no server to talk to, so that what it did last is unknown. */
    static boolean connectionLost(SQLException e, @Nullable Connection connection) {
        String state = state(e);
        return state.startsWith("08")
                || state.startsWith("57P")
                || e instanceof SQLRecoverableException
                || e instanceof SQLTransientConnectionException
                || e.getCause() instanceof IOException
                || !alive(connection);
    }

    static EventStoreException unreachable(SQLException e) {
        return new EventStoreException(
                "the database is not reachable, nothing was written: retry when it is back (" + e.getMessage() + ")",
                e);
    }

    /** Whether the server ended the statement because it took too long; nothing of it is written. */
    static boolean tookTooLong(SQLException e) {
        return state(e).equals(QUERY_CANCELED);
    }

    static EventStoreException tooSlow(SQLException e) {
        return new EventStoreException(
                "the database is too slow, nothing was written: retry when it is faster (" + e.getMessage() + ")", e);
    }

    static EventStoreException outcomeUnknown(Throwable e) {
        return new EventStoreException(
                "the database is not reachable and whether the events were written is not known:"
                        + " send the same command id again when it is back (" + e.getMessage() + ")",
                e);
    }

    static EventStoreException wentBack(long known, long head) {
        return new EventStoreException(
                ("the database no longer holds the log that this process has seen, which went to position %d"
                                + " (its own ends at %d), nothing was written: find out whether a backup was restored or a standby took"
                                + " over too early, then restart this process")
                        .formatted(known, head));
    }

    static EventStoreException refused(Exception e) {
        return new EventStoreException("the database refused the events, nothing was written: " + e.getMessage(), e);
    }

    static EventStoreException unreadable(SQLException e, @Nullable Connection connection) {
        return new EventStoreException(
                connectionLost(e, connection)
                        ? "the database is not reachable: retry when it is back (" + e.getMessage() + ")"
                        : "the log cannot be read: " + e.getMessage(),
                e);
    }

    private static boolean alive(@Nullable Connection connection) {
        try {
            return connection != null && connection.isValid(1);
        } catch (SQLException _) {
            return false;
        }
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }
}
