package org.nestledger.query.zone;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nestledger.core.measure.Quantity;
import org.nestledger.core.zone.ZoneKind;
import org.nestledger.query.history.HistoryQueries;
import org.nestledger.query.movement.JournalQueries;
import org.nestledger.query.page.Columns;
import org.nestledger.query.page.Criteria;
import org.nestledger.query.page.Listing;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.page.Sort;
import org.nestledger.query.page.SqlFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Zones as they are now. Sorted by id, name, kind or designatedOn. */
public final class ZoneQueries {

    private static final LocalDate ANY_DAY = LocalDate.of(9999, 12, 31);
    private static final String TARGETS = SqlFile.beside(ZoneQueries.class, "targets.sql");
    private static final Listing<ZoneView> ZONES = new Listing<>(
            SqlFile.beside(ZoneQueries.class, "zones.sql"),
            Map.of("name", Sort.text("name"), "kind", Sort.text("kind"), "designatedOn", Sort.date("designated_on")),
            ZoneQueries::view);

    private final JdbcClient database;

    public ZoneQueries(JdbcClient database) {
        this.database = database;
    }

    public Page<ZoneView> list(ZoneFilter filter, PageRequest page) {
        Criteria criteria = Criteria.none()
                .within(filter.zone())
                .equal("kind", filter.kind() == null ? null : filter.kind().name())
                .containing(filter.text(), "id", "name");
        return ZONES.page(database, criteria, page);
    }

    public Optional<ZoneDetail> byId(String id) {
        return ZONES.all(database, Criteria.none().equal("id", id)).stream()
                .findFirst()
                .map(this::detail);
    }

    /** What was set for a zone, as of a day and as known at a position. */
    public List<ZoneTarget> targets(String zone, LocalDate asOf, long knownAt) {
        return database.sql(TARGETS)
                .param("zone", zone)
                .param("asOf", asOf)
                .param("knownAt", knownAt)
                .query((row, _) -> new ZoneTarget(
                        row.getString("measure"),
                        row.getInt("year"),
                        new Quantity(row.getString("value"), row.getString("unit")),
                        Columns.date(row, "occurred_on")))
                .list();
    }

    private ZoneDetail detail(ZoneView zone) {
        return new ZoneDetail(
                zone,
                ZONES.all(database, Criteria.none().equal("parent", zone.id())),
                new JournalQueries(database).ofZone(zone.id(), ANY_DAY, Long.MAX_VALUE),
                targets(zone.id(), ANY_DAY, Long.MAX_VALUE),
                new HistoryQueries(database).latest("zone", zone.id()));
    }

    private static ZoneView view(ResultSet row, int n) throws SQLException {
        return new ZoneView(
                row.getString("id"),
                ZoneKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("parent"),
                Columns.texts(row, "ancestors"),
                row.getString("time_zone"),
                Columns.date(row, "designated_on"),
                Columns.maybeDate(row, "closed_through"));
    }
}
