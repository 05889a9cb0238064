package org.nestledger.query.projection;

import java.util.Objects;
import org.springframework.jdbc.core.JdbcOperations;

/** Where the read models are, stored beside them. */
final class Positions {

    private Positions() {}

    static long stored(JdbcOperations database, Schema schema) {
        return one(database, schema.in("select position from read.projection"));
    }

    /** Until the end of the transaction nobody else can change it. */
    static long locked(JdbcOperations database, Schema schema) {
        return one(database, schema.in("select position from read.projection for update"));
    }

    static void store(JdbcOperations database, Schema schema, long position) {
        database.update(schema.in("update read.projection set position = ?"), position);
    }

    /** Tells these read models from those that replace them. */
    static long identity(JdbcOperations database, Schema schema) {
        return one(database, schema.in("select 'read.projection'::regclass::oid::bigint"));
    }

    private static long one(JdbcOperations database, String sql) {
        return Objects.requireNonNull(database.queryForObject(sql, Long.class));
    }
}
