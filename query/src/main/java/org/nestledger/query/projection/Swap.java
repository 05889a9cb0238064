package org.nestledger.query.projection;

import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts the new schema in the place of the live one. */
final class Swap {

    private static final Logger LOG = LoggerFactory.getLogger(Swap.class);

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final String FUNCTIONS = """
            select pg_get_functiondef(oid) from pg_proc where pronamespace = 'read'::regnamespace and prokind = 'f'
            """;

    private Swap() {}

    /** Renames both, within the transaction of the pause. Functions are texts and name the schema that they are in. */
    static void swap(Pause pause) {
        JdbcTemplate database = pause.database();
        Carried carried = Carried.of(database);
        database.execute("alter schema read rename to " + Schema.OLD.schema());
        database.execute("alter schema " + Schema.NEXT.schema() + " rename to read");
        database.execute("set local check_function_bodies = off");
        database.queryForList(FUNCTIONS, String.class).stream()
                .map(String::valueOf)
                .map(function -> function.replace(Schema.NEXT.schema() + ".", "read."))
                .forEach(database::execute);
        carried.restore(database)
                .forEach(lost -> LOG.warn("What cannot read the new read models goes with the old ones: {}", lost));
    }

    /** Drops what a rebuild left, or what it replaced, unless somebody still reads that: then whoever comes next does so. */
    static void tidy(Lease lease) throws SQLException {
        for (Schema schema : List.of(Schema.NEXT, Schema.OLD)) {
            try {
                lease.inTransaction(() -> drop(lease.database(), schema));
            } catch (DataAccessException failed) {
                if (!isStillUsed(failed)) {
                    throw failed;
                }
                LOG.info("{} is still read; it is dropped the next time.", schema.schema(), failed);
            }
        }
    }

    private static boolean isStillUsed(DataAccessException failed) {
        return failed.getRootCause() instanceof SQLException cause && LOCK_NOT_AVAILABLE.equals(cause.getSQLState());
    }

    private static void drop(JdbcTemplate database, Schema schema) {
        database.execute("set local lock_timeout = '10s'");
        database.execute("drop schema if exists " + schema.schema() + " cascade");
    }

    /** Whether there is something to be dropped. */
    static boolean isUntidy(JdbcTemplate database) {
        return Boolean.TRUE.equals(database.queryForObject(
                "select exists (select from pg_namespace where nspname in ('read_next', 'read_old'))", Boolean.class));
    }
}
