package org.nestledger.query.projection;

import java.util.Objects;
import org.springframework.jdbc.core.JdbcOperations;

/** Where the read models are, stored beside them. */
final class Positions {

    private Positions() {}

    static long stored(JdbcOperations database) {
        return one(database, "select position from read.projection");
    }

    /** Until the end of the transaction nobody else can change it. */
    static long locked(JdbcOperations database) {
        return one(database, "select position from read.projection for update");
    }

    static void store(JdbcOperations database, long position) {
        database.update("update read.projection set position = ?", position);
    }

    private static long one(JdbcOperations database, String sql) {
        return Objects.requireNonNull(database.queryForObject(sql, Long.class));
    }
}
