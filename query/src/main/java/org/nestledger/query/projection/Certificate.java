package org.nestledger.query.projection;

import org.springframework.jdbc.core.JdbcOperations;

/** What the live read models were found to be when they were last compared with the log, kept beside them. */
final class Certificate {

    private static final String THERE = "select to_regclass('read.comparison') is not null";

    private Certificate() {}

    static void store(JdbcOperations database, long position, long differences) {
        if (isThere(database)) {
            database.update("""
                    insert into read.comparison (position, differences, compared_at) values (?, ?, now())
                    on conflict (only_row) do update
                    set position = excluded.position, differences = excluded.differences, compared_at = now()
                    """, position, differences);
        }
    }

    /** How many rows differed; 0 when nothing was compared yet. */
    static long differences(JdbcOperations database) {
        return isThere(database)
                ? database.queryForList("select differences from read.comparison", Long.class).stream()
                        .findFirst()
                        .orElse(0L)
                : 0;
    }

    /** Read models of an earlier release have no place for it. */
    private static boolean isThere(JdbcOperations database) {
        return Boolean.TRUE.equals(database.queryForObject(THERE, Boolean.class));
    }
}
