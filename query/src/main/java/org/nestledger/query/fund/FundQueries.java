package org.nestledger.query.fund;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.fund.FundingSource;
import org.nestledger.query.history.HistoryQueries;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.page.Columns;
import org.nestledger.query.page.Criteria;
import org.nestledger.query.page.Dates;
import org.nestledger.query.page.Listing;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.page.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands of the land bank's funding, payments and refunds. Sorted by id (in log order), occurredOn or amount. */
public final class FundQueries {

    private static final Pattern POSITION = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Listing<FundView> FUNDS = new Listing<>(
            // Padded, because ids are compared as texts.
            "select lpad(f.position::text, 19, '0') as id, f.* from read.fund_at(:asOf, :knownAt) f",
            Map.of("occurredOn", Sort.date("occurred_on"), "amount", Sort.number("amount")),
            FundQueries::view);

    private final JdbcClient database;
    private final Dates dates;

    public FundQueries(JdbcClient database, Dates dates) {
        this.database = database;
        this.dates = dates;
    }

    /** The fields by which the list can be sorted. */
    public static Set<String> sorts() {
        return FUNDS.sorts();
    }

    public Page<FundView> list(FundFilter filter, PageRequest page) {
        Criteria criteria = Criteria.none()
                .within(filter.zone())
                .equal("kind", filter.kind() == null ? null : filter.kind().name())
                .equal(
                        "source",
                        filter.source() == null ? null : filter.source().name())
                .equal("supply", filter.supply())
                .equal("project", filter.project())
                .ofEnterprise(filter.enterprise())
                .between("occurred_on", filter.from(), filter.to())
                .containing(filter.text(), "note");
        return FUNDS.page(database, dates, criteria, page);
    }

    public Optional<FundDetail> byId(String id) {
        return POSITION.matcher(id).matches() ? at(Long.parseLong(id)) : Optional.empty();
    }

    private Optional<FundDetail> at(long position) {
        return FUNDS.all(database, dates, Criteria.none().equal("position", position)).stream()
                .findFirst()
                .map(fund -> new FundDetail(
                        fund,
                        new HistoryQueries(database, dates)
                                .at(position).stream().toList()));
    }

    /** All that was paid of a supply's price, and paid back. */
    public List<FundView> ofSupply(String supply) {
        return FUNDS.all(database, dates, Criteria.none().equal("supply", supply));
    }

    private static FundView view(ResultSet row, int n) throws SQLException {
        @Nullable String source = row.getString("source");
        return new FundView(
                Long.toString(row.getLong("position")),
                row.getString("zone"),
                FundKind.valueOf(row.getString("kind")),
                Columns.date(row, "occurred_on"),
                Amounts.quantity(row.getBigDecimal("amount"), row.getString("currency")),
                source == null ? null : FundingSource.valueOf(source),
                row.getString("supply"),
                row.getString("project"),
                row.getString("parcel"),
                row.getString("note"));
    }
}
