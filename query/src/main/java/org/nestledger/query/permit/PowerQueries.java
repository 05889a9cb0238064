package org.nestledger.query.permit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nestledger.core.permit.PermitKind;
import org.nestledger.query.history.HistoryQueries;
import org.nestledger.query.page.Columns;
import org.nestledger.query.page.Criteria;
import org.nestledger.query.page.Dates;
import org.nestledger.query.page.Listing;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.page.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Powers as they are delegated at a moment. Sorted by id, name, batch, delegatedOn or withdrawnOn. */
public final class PowerQueries {

    private static final String GRANTED = "select count(*) from {permit} p where power_zone = :zone and power = :power";
    private static final Listing<PowerView> POWERS = new Listing<>(
            "select p.* from {power} p",
            Map.of(
                    "name", Sort.text("name"),
                    "batch", Sort.text("batch"),
                    "delegatedOn", Sort.date("delegated_on"),
                    "withdrawnOn", Sort.date("withdrawn_on")),
            PowerQueries::view);

    private final JdbcClient database;
    private final Dates dates;

    public PowerQueries(JdbcClient database, Dates dates) {
        this.database = database;
        this.dates = dates;
    }

    /** The fields by which the list can be sorted. */
    public static Set<String> sorts() {
        return POWERS.sorts();
    }

    public Page<PowerView> list(PowerFilter filter, PageRequest page) {
        Criteria criteria = Criteria.none()
                .within(filter.zone())
                .listing(
                        "covers",
                        filter.covers() == null ? null : filter.covers().name())
                .equal("batch", filter.batch())
                .present("withdrawn_on", filter.withdrawn())
                .containing(filter.text(), "id", "name");
        return POWERS.page(database, dates, criteria, page);
    }

    /** @param zone that has the power, and only that one */
    public Optional<PowerDetail> byId(String zone, String power) {
        String id = zone + "/" + power;
        return POWERS.all(database, dates, Criteria.none().equal("id", id)).stream()
                .findFirst()
                .map(found -> new PowerDetail(
                        found, granted(zone, power), new HistoryQueries(database, dates).latest("power", id)));
    }

    private long granted(String zone, String power) {
        return database.sql(dates.in(GRANTED))
                .params(dates.parameters())
                .param("zone", zone)
                .param("power", power)
                .query(Long.class)
                .single();
    }

    private static PowerView view(ResultSet row, int n) throws SQLException {
        return new PowerView(
                row.getString("id"),
                row.getString("zone"),
                row.getString("power"),
                row.getString("name"),
                Columns.texts(row, "covers").stream().map(PermitKind::valueOf).toList(),
                row.getString("batch"),
                Columns.date(row, "delegated_on"),
                Columns.maybeDate(row, "withdrawn_on"));
    }
}
