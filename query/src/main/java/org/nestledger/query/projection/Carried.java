package org.nestledger.query.projection;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * What others made of the live read models, and would lose with them: privileges on them, and views in other schemas.
 *
 * @param privileges statements that give them on what has the same names
 * @param views that read the live read models themselves
 */
record Carried(List<String> privileges, List<View> views) {

    private static final Logger LOG = LoggerFactory.getLogger(Carried.class);

    /**
     * A view, or what cannot be made to read anything else: a materialized one.
     *
     * @param name with its schema, quoted where it has to be
     * @param options in brackets, empty without
     */
    record View(String name, boolean materialized, boolean direct, String options, String query) {

        private static final RowMapper<View> ROW = (row, _) -> new View(
                row.getString("name"),
                row.getBoolean("materialized"),
                row.getBoolean("direct"),
                row.getString("options"),
                row.getString("query").strip());

        String statement() {
            return "create or replace view " + name + options + " as " + query;
        }

        String told() {
            return (materialized ? "materialized view " : "view ") + name + ": " + query.replaceAll("\\s+", " ");
        }
    }

    /** Of the live ones, within the transaction that replaces them. */
    static Carried of(JdbcTemplate database) {
        List<View> views = CarriedSql.views(database, Schema.LIVE, View.ROW);
        return new Carried(
                database.queryForList(CarriedSql.PRIVILEGES, String.class).stream()
                        .map(String::valueOf)
                        .toList(),
                views.stream().filter(View::direct).toList());
    }

    /**
     * Gives the new read models the privileges, and the views the new read models.
     *
     * @return what goes with the old ones, because it cannot be had of the new ones or reads something that cannot
     */
    List<String> restore(JdbcTemplate database) {
        // The read models stand still meanwhile: whoever reads a view for long does not hold them up.
        database.execute("set local lock_timeout = '5s'");
        privileges.forEach(privilege -> {
            if (!done(database, privilege)) {
                LOG.warn("A privilege on the read models that were replaced is gone: {}", privilege);
            }
        });
        for (View view : views) {
            if (!view.materialized()) {
                done(database, view.statement());
            }
        }
        return CarriedSql.views(database, Schema.OLD, View.ROW).stream()
                .map(View::told)
                .toList();
    }

    /** Whether it could be done; when not, nothing is changed. */
    private static boolean done(JdbcTemplate database, String statement) {
        database.execute("savepoint carried");
        try {
            database.execute(statement);
            return true;
        } catch (DataAccessException refused) {
            LOG.debug("{}", statement, refused);
            database.execute("rollback to savepoint carried");
            return false;
        }
    }
}
