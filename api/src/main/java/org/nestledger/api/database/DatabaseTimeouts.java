package org.nestledger.api.database;

import java.time.Duration;

/**
 * How long a request waits for the database. Neither may be longer than what whoever sent it waits.
 *
 * @param connect for a connection, whether a new one or a free one of the pool; whole seconds, 1 or more
 * @param statement for one statement; the database ends it then; whole seconds, 1 or more
 */
public record DatabaseTimeouts(Duration connect, Duration statement) {

    public static final DatabaseTimeouts DEFAULT = new DatabaseTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(10));

    public DatabaseTimeouts {
        if (connect.toSeconds() < 1 || statement.toSeconds() < 1) {
            throw new IllegalArgumentException("a timeout of the database is one second at least");
        }
    }

    /** For any answer: a database that has not even ended a statement in time is gone. */
    public Duration answer() {
        return statement.plusSeconds(2);
    }

    /**
     * What a command waits at the longest for a database that stops: its own batch and the search for what became of it
     * take an answer and two statements, and those that wait longer than an answer for the batch before are refused.
     */
    public Duration longest() {
        return answer().plus(statement).multipliedBy(2).plus(connect);
    }
}
