package org.nestledger.query.movement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.page.Columns;
import org.nestledger.query.page.Criteria;
import org.nestledger.query.page.Dates;
import org.nestledger.query.page.Listing;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.page.Sort;
import org.nestledger.query.page.SqlFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The entries of the journal, and balances at the end of a day, computed from the movements; those of zones from their sums
 * by quarter and month where these are whole.
 */
public final class JournalQueries {

    private static final String BALANCES = SqlFile.beside(JournalQueries.class, "balances.sql");
    private static final String ZONE_BALANCES = SqlFile.beside(JournalQueries.class, "zone-balances.sql");
    private static final String TRIAL_BALANCE = SqlFile.beside(JournalQueries.class, "trial-balance.sql");

    /** In the order of the log; the sides of a movement by name. */
    private static final Listing<JournalEntry> ENTRIES = new Listing<>(
            JournalSpan.ofEachSide(SqlFile.beside(JournalQueries.class, "journal.sql")),
            List.of(
                    new Sort("q.position", "bigint"),
                    new Sort("q.line", "integer"),
                    new Sort("q.side collate \"C\"", "text")),
            Map.of("occurredOn", Sort.date("occurred_on"), "amount", Sort.number("amount")),
            JournalQueries::entry);

    private final JdbcClient database;
    private final Dates dates;

    public JournalQueries(JdbcClient database, Dates dates) {
        this.database = database;
        this.dates = dates;
    }

    /** What was posted, sorted by id (in log order), occurredOn or amount. */
    public Page<JournalEntry> list(JournalFilter filter, PageRequest page) {
        Criteria criteria = Criteria.none()
                .equal(
                        "account",
                        filter.account() == null ? null : filter.account().code())
                .equal("flow", filter.flow() == null ? null : filter.flow().name())
                .equal("parcel", filter.parcel())
                .equal("project", filter.project())
                .equal("supply", filter.supply())
                .between("occurred_on", filter.from(), filter.to());
        JournalSpan.narrow(database, filter, criteria);
        return ENTRIES.page(database, dates, criteria, page);
    }

    /** The fields by which entries can be sorted. */
    public static Set<String> sorts() {
        return ENTRIES.sorts();
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

    private static JournalEntry entry(ResultSet row, int n) throws SQLException {
        long position = row.getLong("position");
        return new JournalEntry(
                position + "-" + row.getInt("line") + "-" + row.getString("side"),
                position,
                Columns.date(row, "occurred_on"),
                row.getString("flow"),
                row.getString("account"),
                row.getString("against"),
                row.getString("zone"),
                row.getString("parcel"),
                row.getString("project"),
                row.getString("supply"),
                Columns.maybeInt(row, "quota_year"),
                Amounts.quantity(row.getBigDecimal("amount"), row.getString("unit")));
    }

    private static Balance balance(ResultSet row, int n) throws SQLException {
        return new Balance(
                row.getString("account"),
                Columns.maybeInt(row, "quota_year"),
                Amounts.quantity(row.getBigDecimal("amount"), row.getString("unit")));
    }
}
