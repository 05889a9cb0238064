package org.nestledger.query.projection;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;

/** Tells a database that does not answer, which passes, from an event that cannot be folded, which does not. */
final class Outage {

    /** SQLSTATE classes: connection, resources, operator intervention, system error, transaction rollback. */
    private static final Set<String> PASSING = Set.of("08", "53", "57", "58", "40");

    private Outage() {}

    static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof SQLTransientException
                    || cause instanceof SQLRecoverableException
                    || (cause instanceof SQLException sql && passing(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean passing(@Nullable String state) {
        return state != null && state.length() == 5 && PASSING.contains(state.substring(0, 2));
    }
}
