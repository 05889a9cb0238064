package org.nestledger.query.portal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.history.HistoryQueries;
import org.nestledger.query.page.Columns;
import org.nestledger.query.page.Criteria;
import org.nestledger.query.page.Dates;
import org.nestledger.query.page.Listing;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.page.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Visits as they were counted last. Sorted by id, day or visits. */
public final class VisitQueries {

    private static final Listing<VisitView> VISITS = new Listing<>(
            "select v.* from {visit} v",
            Map.of("day", Sort.date("occurred_on"), "visits", Sort.number("visits")),
            VisitQueries::view);

    private final JdbcClient database;
    private final Dates dates;

    public VisitQueries(JdbcClient database, Dates dates) {
        this.database = database;
        this.dates = dates;
    }

    /** The fields by which the list can be sorted. */
    public static Set<String> sorts() {
        return VISITS.sorts();
    }

    /**
     * @param zone this zone and its descendants; all when absent
     * @param from the first day, open when absent
     * @param to the last day, open when absent
     */
    public Page<VisitView> list(
            @Nullable String zone, @Nullable LocalDate from, @Nullable LocalDate to, PageRequest page) {
        return VISITS.page(database, dates, Criteria.none().within(zone).between("occurred_on", from, to), page);
    }

    public Optional<VisitDetail> byId(String zone, LocalDate day) {
        String id = zone + "/" + day;
        return VISITS.all(database, dates, Criteria.none().equal("id", id)).stream()
                .findFirst()
                .map(visits -> new VisitDetail(visits, new HistoryQueries(database, dates).latest("visits", id)));
    }

    private static VisitView view(ResultSet row, int n) throws SQLException {
        return new VisitView(
                row.getString("id"), row.getString("zone"), Columns.date(row, "occurred_on"), row.getInt("visits"));
    }
}
