package org.nestledger.query.movement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.page.Columns;
import org.nestledger.query.page.Dates;
import org.nestledger.query.page.SqlFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Balances at the end of a day, computed from the movements; those of zones from their sums by quarter and month where these are whole. */
public final class JournalQueries {

    private static final String BALANCES = SqlFile.beside(JournalQueries.class, "balances.sql");
    private static final String ZONE_BALANCES = SqlFile.beside(JournalQueries.class, "zone-balances.sql");
    private static final String TRIAL_BALANCE = SqlFile.beside(JournalQueries.class, "trial-balance.sql");

    private final JdbcClient database;
    private final Dates dates;

    public JournalQueries(JdbcClient database, Dates dates) {
        this.database = database;
        this.dates = dates;
    }

    public List<Balance> ofParcel(String parcel) {
        return balances("parcel", parcel);
    }

    public List<Balance> ofProject(String project) {
        return balances("project", project);
    }

    public List<Balance> ofSupply(String supply) {
        return balances("supply", supply);
    }

    /** The balances of a zone and its descendants. */
    public List<Balance> ofZone(String zone) {
        return database.sql(ZONE_BALANCES)
                .param("zone", zone)
                .params(dates.parameters())
                .query(JournalQueries::balance)
                .list();
    }

    /** The sum of all accounts by unit, zero for each at any pair of dates. */
    public Map<String, Quantity> trialBalance(LocalDate asOf, long knownAt) {
        Map<String, Quantity> sums = new TreeMap<>();
        database.sql(TRIAL_BALANCE)
                .params(new Dates(asOf, knownAt).parameters())
                .query(row -> {
                    sums.put(
                            row.getString("unit"),
                            Amounts.quantity(row.getBigDecimal("amount"), row.getString("unit")));
                });
        return sums;
    }

    private List<Balance> balances(String owner, String id) {
        return database.sql(BALANCES.replace("{owner}", owner))
                .params(dates.parameters())
                .param("id", id)
                .query(JournalQueries::balance)
                .list();
    }

    private static Balance balance(ResultSet row, int n) throws SQLException {
        return new Balance(
                row.getString("account"),
                Columns.maybeInt(row, "quota_year"),
                Amounts.quantity(row.getBigDecimal("amount"), row.getString("unit")));
    }
}
