package org.nestledger.query.projection;

import java.util.List;
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

    /**
     * The same for a transaction that folds, whose commit need not wait for the disk: what a crash of the database takes
     * away is in the log, and is folded again from the position that it leaves.
     */
    static long lockedToFold(JdbcOperations database, Schema schema) {
        return one(
                database,
                schema.in("select position from read.projection,"
                        + " set_config('synchronous_commit', 'off', true) for update of projection"));
    }

    /** Gives read models that lost their position one that the log will be found to differ from. */
    static void found(JdbcOperations database, Schema schema) {
        database.update(schema.in(
                "insert into read.projection (position) select 0 where not exists (select from read.projection)"));
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
        return database
                .query(
                        Schema.LIVE.in("select tableoid::bigint, position from read.projection"),
                        (row, _) -> new ReadPoint(row.getLong(1), row.getLong(2)))
                .stream()
                .findFirst()
                .orElseThrow(UnusableReadModelsException::lost);
    }

    private static long one(JdbcOperations database, String sql) {
        List<Long> found = database.query(sql, (row, _) -> row.getLong(1));
        if (found.isEmpty()) {
            throw UnusableReadModelsException.lost();
        }
        return found.getFirst();
    }
}
