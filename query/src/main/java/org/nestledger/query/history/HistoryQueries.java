package org.nestledger.query.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nestledger.query.page.Columns;
import org.nestledger.query.page.Dates;
import org.nestledger.query.page.SqlFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happened to one entity, in log order. */
public final class HistoryQueries {

    /** How many events an entity's own page shows at most. */
    public static final int LATEST = 100;

    private static final String OF_ENTITY = SqlFile.beside(HistoryQueries.class, "of-entity.sql");
    private static final String ZONES = SqlFile.beside(HistoryQueries.class, "zones.sql");
    private static final String AT = SqlFile.beside(HistoryQueries.class, "at.sql");

    private final JdbcClient database;
    private final Dates dates;

    public HistoryQueries(JdbcClient database, Dates dates) {
        this.database = database;
        this.dates = dates;
    }

    /**
     * Events about an entity, newest first.
     *
     * @param kind what a tag begins with: zone, parcel, project, supply, enterprise, quota, …; the events of a zone are
     *     those in its own books
     * @param before only events before this position
     */
    public List<HistoryEntry> of(String kind, String id, long before, int limit) {
        return database.sql(OF_ENTITY)
                .params(dates.parameters())
                .param("kind", kind)
                .param("id", id)
                .param("before", before)
                .param("limit", limit)
                .query(HistoryQueries::entry)
                .list();
    }

    /** The newest events about an entity. */
    public List<HistoryEntry> latest(String kind, String id) {
        return of(kind, id, Long.MAX_VALUE, LATEST);
    }

    public Optional<HistoryEntry> at(long position) {
        return database.sql(AT)
                .params(dates.parameters())
                .param("position", position)
                .query(HistoryQueries::entry)
                .optional();
    }

    /** In whose books the events at these positions are. */
    public Map<Long, String> zones(Collection<Long> positions) {
        Map<Long, String> zones = new HashMap<>();
        database.sql(ZONES).param("positions", positions.toArray(Long[]::new)).query(row -> {
            zones.put(row.getLong("position"), row.getString("zone"));
        });
        return zones;
    }

    private static HistoryEntry entry(ResultSet row, int n) throws SQLException {
        return new HistoryEntry(
                row.getLong("position"),
                Columns.instant(row, "recorded_at"),
                Columns.date(row, "occurred_on"),
                row.getString("type"),
                row.getString("event_id"),
                row.getString("actor"),
                row.getString("approved_by"),
                row.getString("command_id"),
                row.getString("zone"),
                row.getString("parcel"),
                row.getString("project"),
                row.getString("supply"),
                row.getString("enterprise"),
                row.getString("quota"),
                Columns.maybeLong(row, "reverses"),
                Columns.maybeLong(row, "reversed_by"));
    }
}
