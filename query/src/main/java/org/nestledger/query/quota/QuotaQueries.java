package org.nestledger.query.quota;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Area;
import org.nestledger.query.history.HistoryQueries;
import org.nestledger.query.movement.Balance;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.page.Criteria;
import org.nestledger.query.page.Dates;
import org.nestledger.query.page.Listing;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.page.Sort;
import org.nestledger.query.page.SqlFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Quota accounts as they stand at a moment. Sorted by id, year, granted, available or used. */
public final class QuotaQueries {

    private static final String BALANCES = SqlFile.beside(QuotaQueries.class, "balances.sql");
    private static final Listing<QuotaView> QUOTAS = new Listing<>(
            SqlFile.beside(QuotaQueries.class, "quotas.sql"),
            Map.of(
                    "year", Sort.number("year"),
                    "granted", Sort.number("granted"),
                    "available", Sort.number("available"),
                    "used", Sort.number("used")),
            QuotaQueries::view);

    private final JdbcClient database;
    private final Dates dates;

    public QuotaQueries(JdbcClient database, Dates dates) {
        this.database = database;
        this.dates = dates;
    }

    /** The fields by which the list can be sorted. */
    public static Set<String> sorts() {
        return QUOTAS.sorts();
    }

    /** @param zone this zone and its descendants; all when absent */
    public Page<QuotaView> list(@Nullable String zone, @Nullable Integer year, PageRequest page) {
        return QUOTAS.page(database, dates, Criteria.none().within(zone).equal("year", year), page);
    }

    public Optional<QuotaDetail> byId(String zone, int year) {
        String id = zone + "/" + year;
        return QUOTAS.all(database, dates, Criteria.none().equal("id", id)).stream()
                .findFirst()
                .map(quota -> new QuotaDetail(
                        quota, balances(zone, year), new HistoryQueries(database, dates).latest("quota", id)));
    }

    private List<Balance> balances(String zone, int year) {
        return database.sql(BALANCES)
                .params(dates.parameters())
                .param("zone", zone)
                .param("year", year)
                .query((row, _) -> new Balance(
                        row.getString("account"), year, Amounts.quantity(row.getBigDecimal("amount"), Area.UNIT)))
                .list();
    }

    private static QuotaView view(ResultSet row, int n) throws SQLException {
        return new QuotaView(
                row.getString("id"),
                row.getString("zone"),
                row.getInt("year"),
                Amounts.knownArea(row, "granted"),
                Amounts.knownArea(row, "available"),
                Amounts.knownArea(row, "used"));
    }
}
