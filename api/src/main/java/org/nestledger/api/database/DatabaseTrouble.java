package org.nestledger.api.database;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells whether a failure is the database's and will pass. */
public final class DatabaseTrouble {

    /** Connection lost, out of resources, stopped by an operator, failing system. */
    private static final Set<String> PASSING = Set.of("08", "53", "57", "58");

    /** There is no such table, column or function. */
    private static final Set<String> OTHER_SCHEMA = Set.of("42P01", "42703", "42883");

    private static final String DISK_FULL = "53100";

    private DatabaseTrouble() {}

    /** Whether the database could not be reached or could not answer, so that the same request may succeed later. */
    public static boolean isBehind(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException || cause instanceof SQLRecoverableException) {
                return true;
            }
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().length() >= 2
                    && PASSING.contains(sql.getSQLState().substring(0, 2))) {
                return true;
            }
        }
        return false;
    }

    /** For people who wait for a command to end. */
    public static String sentence(Throwable failure) {
        return isOfAFullDisk(failure)
                ? "The disk of the ledger's database is full: make room there, then try the same again."
                : "The ledger's database does not answer in time: try the same again when it is back.";
    }

    /** Whether there is no room on the server's disk for what was to be written, or for a large answer's temporary files. */
    public static boolean isOfAFullDisk(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Whether all connections were in use for too long, while nothing is wrong with the database. */
    public static boolean isTooMuchAtOnce(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // The pool names what went wrong with the last connection as the cause, if anything did.
            if (cause instanceof SQLTransientConnectionException && cause.getCause() == null) {
                return true;
            }
        }
        return false;
    }

    /** Whether the tables are not those that were asked for. */
    public static boolean isOtherSchema(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && OTHER_SCHEMA.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
