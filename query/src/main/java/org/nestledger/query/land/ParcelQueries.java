package org.nestledger.query.land;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.ledger.LedgerJson;
import org.nestledger.query.history.HistoryQueries;
import org.nestledger.query.movement.JournalQueries;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.page.Columns;
import org.nestledger.query.page.Criteria;
import org.nestledger.query.page.Dates;
import org.nestledger.query.page.Listing;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.page.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Parcels as they are at a moment. Sorted by id, name, use, area or registeredOn. */
public final class ParcelQueries {

    private static final Listing<ParcelView> PARCELS = new Listing<>(
            "select parcel as id, p.* from {parcel} p",
            Map.of(
                    "name", Sort.text("name"),
                    "use", Sort.text("use"),
                    "area", Sort.number("area"),
                    "registeredOn", Sort.date("registered_on")),
            ParcelQueries::view);

    private final JdbcClient database;
    private final Dates dates;

    public ParcelQueries(JdbcClient database, Dates dates) {
        this.database = database;
        this.dates = dates;
    }

    /** The fields by which the list can be sorted. */
    public static Set<String> sorts() {
        return PARCELS.sorts();
    }

    public Page<ParcelView> list(ParcelFilter filter, PageRequest page) {
        Criteria criteria = Criteria.none()
                .within(filter.zone())
                .equal("use", filter.use())
                .containing(filter.text(), "id", "name", "location");
        return PARCELS.page(database, dates, criteria, page);
    }

    public Optional<ParcelDetail> byId(String id) {
        return PARCELS.all(database, dates, Criteria.none().equal("id", id)).stream()
                .findFirst()
                .map(this::detail);
    }

    private ParcelDetail detail(ParcelView parcel) {
        return new ParcelDetail(
                parcel,
                boundary(parcel.id()),
                new JournalQueries(database, dates).ofParcel(parcel.id()),
                new HistoryQueries(database, dates).latest("parcel", parcel.id()));
    }

    private @Nullable JsonNode boundary(String parcel) {
        return database.sql(dates.in("select boundary from {parcel} p where parcel = :parcel and boundary is not null"))
                .params(dates.parameters())
                .param("parcel", parcel)
                .query(String.class)
                .optional()
                .map(LedgerJson.mapper()::readTree)
                .orElse(null);
    }

    private static ParcelView view(ResultSet row, int n) throws SQLException {
        return new ParcelView(
                row.getString("id"),
                row.getString("zone"),
                row.getString("name"),
                row.getString("use"),
                row.getString("location"),
                Amounts.knownArea(row, "area"),
                Columns.date(row, "registered_on"));
    }
}
