package org.nestledger.query.zone;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nestledger.core.decision.Matter;
import org.nestledger.core.measure.Quantity;
import org.nestledger.core.zone.ZoneKind;
import org.nestledger.query.history.HistoryQueries;
import org.nestledger.query.movement.JournalQueries;
import org.nestledger.query.page.Columns;
import org.nestledger.query.page.Criteria;
import org.nestledger.query.page.Dates;
import org.nestledger.query.page.Listing;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.page.Sort;
import org.nestledger.query.page.SqlFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Zones as they are at a moment. Sorted by id, name, kind or designatedOn. */
public final class ZoneQueries {

    private static final String TARGETS = SqlFile.beside(ZoneQueries.class, "targets.sql");
    private static final String APPROVALS = SqlFile.beside(ZoneQueries.class, "approvals.sql");
    private static final Listing<ZoneView> ZONES = new Listing<>(
            SqlFile.beside(ZoneQueries.class, "zones.sql"),
            Map.of("name", Sort.text("name"), "kind", Sort.text("kind"), "designatedOn", Sort.date("designated_on")),
            ZoneQueries::view);

    private final JdbcClient database;
    private final Dates dates;

    public ZoneQueries(JdbcClient database, Dates dates) {
        this.database = database;
        this.dates = dates;
    }

    /** The fields by which the list can be sorted. */
    public static Set<String> sorts() {
        return ZONES.sorts();
    }

    public Page<ZoneView> list(ZoneFilter filter, PageRequest page) {
        Criteria criteria = Criteria.none()
                .within(filter.zone())
                .equal("kind", filter.kind() == null ? null : filter.kind().name())
                .containing(filter.text(), "id", "name");
        return ZONES.page(database, dates, criteria, page);
    }

    public Optional<ZoneDetail> byId(String id) {
        return ZONES.all(database, dates, Criteria.none().equal("id", id)).stream()
                .findFirst()
                .map(this::detail);
    }

    /** What was set for a zone. */
    public List<ZoneTarget> targets(String zone) {
        return database.sql(TARGETS)
                .param("zone", zone)
                .params(dates.parameters())
                .query((row, _) -> new ZoneTarget(
                        row.getString("measure"),
                        row.getInt("year"),
                        new Quantity(row.getString("value"), row.getString("unit")),
                        Columns.date(row, "occurred_on")))
                .list();
    }

    private List<Matter> approvals(String zone) {
        return database
                .sql(APPROVALS)
                .param("zone", zone)
                .params(dates.parameters())
                .query((row, _) -> Columns.texts(row, "matters"))
                .optional()
                .orElse(List.of())
                .stream()
                .map(Matter::valueOf)
                .toList();
    }

    private ZoneDetail detail(ZoneView zone) {
        return new ZoneDetail(
                zone,
                ZONES.all(database, dates, Criteria.none().equal("parent", zone.id())),
                new JournalQueries(database, dates).ofZone(zone.id()),
                targets(zone.id()),
                approvals(zone.id()),
                new HistoryQueries(database, dates).latest("zone", zone.id()));
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
