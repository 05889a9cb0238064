package org.nestledger.query.movement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nestledger.query.page.Columns;
import org.nestledger.query.page.Criteria;
import org.nestledger.query.page.SqlFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which part of the log has entries that a filter may let through, on one side of the movements. Without it a page of what begins
 * late would be looked for from the beginning of the log, for the database takes it to be spread over all of it.
 *
 * @param side of the movements, {@code from} or {@code to}
 * @param first the first position at which there may be one
 * @param last the last such position
 * @param zones of such entries
 */
record JournalSpan(String side, long first, long last, List<String> zones) {

    private static final String SPANS =
            String.join(" union all ", ofEachSide(SqlFile.beside(JournalSpan.class, "journal-span.sql")));

    JournalSpan {
        zones = List.copyOf(zones);
    }

    /** A query with {@code {side}} and {@code {other}} in it, for each of the two sides. */
    static List<String> ofEachSide(String query) {
        return List.of(
                query.replace("{side}", "from").replace("{other}", "to"),
                query.replace("{side}", "to").replace("{other}", "from"));
    }

    /**
     * Adds the filter's zone and what the sums of quarters say of where its entries are. What is of one parcel, project or supply
     * is found by that.
     */
    static void narrow(JdbcClient database, JournalFilter filter, Criteria criteria) {
        if (filter.parcel() != null || filter.project() != null || filter.supply() != null) {
            criteria.within(filter.zone());
        } else if (!filter.equals(JournalFilter.ALL)) {
            add(spans(database, filter), filter, criteria);
        }
    }

    private static List<JournalSpan> spans(JdbcClient database, JournalFilter filter) {
        return database.sql(SPANS)
                .param("zone", filter.zone())
                .param(
                        "account",
                        filter.account() == null ? null : filter.account().code())
                .param("flow", filter.flow() == null ? null : filter.flow().name())
                .param("from", filter.from())
                .param("to", filter.to())
                .query((row, n) -> new JournalSpan(
                        row.getString("side"), row.getLong("first"), row.getLong("last"), Columns.texts(row, "zones")))
                .list();
    }

    private static void add(List<JournalSpan> spans, JournalFilter filter, Criteria criteria) {
        List<String> cases = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        for (JournalSpan span : spans) {
            String side = span.side();
            cases.add("q.side = '%1$s' and q.position between :first_%1$s and :last_%1$s".formatted(side)
                    + (filter.zone() == null ? "" : " and q.zone = any(:zones_" + side + ")"));
            values.put("first_" + side, span.first());
            values.put("last_" + side, span.last());
            values.put("zones_" + side, span.zones().toArray(String[]::new));
        }
        criteria.comingTo(
                "zone", filter.zone(), cases.isEmpty() ? "false" : "(" + String.join(" or ", cases) + ")", values);
    }
}
