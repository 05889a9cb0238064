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

    /** Both in one look: the row says which table it is in, whatever takes its place meanwhile. */
    static ReadPoint point(JdbcOperations database) {
        return Objects.requireNonNull(database.queryForObject(
                Schema.LIVE.in("select tableoid::bigint, position from read.projection"),
                (row, _) -> new ReadPoint(row.getLong(1), row.getLong(2))));
    }

    private static long one(JdbcOperations database, String sql) {
        return Objects.requireNonNull(database.queryForObject(sql, Long.class));
    }
}
