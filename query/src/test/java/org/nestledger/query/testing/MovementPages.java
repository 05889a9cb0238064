package org.nestledger.query.testing;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts what a statement costs, whatever the machine is busy with. */
public final class MovementPages {

    private MovementPages() {}

    /**
     * How many pages of the movements and their indexes this transaction has read so far.
     *
     * @param database of one connection that is in a transaction
     */
    public static long read(JdbcClient database) {
        return database.sql("""
                        select sum(pg_stat_get_xact_blocks_fetched(oid)) from pg_class
                        where oid = 'read.movement'::regclass
                           or oid in (select indexrelid from pg_index where indrelid = 'read.movement'::regclass)""").query(Long.class).single();
    }
}
