package org.nestledger.query.supply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.journal.Account;
import org.nestledger.core.ledger.LedgerJson;
import org.nestledger.core.measure.Quantity;
import org.nestledger.core.supply.SupplyMethod;
import org.nestledger.core.supply.SupplyTerms;
import org.nestledger.core.supply.TermsWarning;
import org.nestledger.query.fund.FundQueries;
import org.nestledger.query.history.HistoryQueries;
import org.nestledger.query.movement.Balance;
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

/** Supplies as they are at a moment. Sorted by id, suppliedOn, area, price or agreedStart. */
public final class SupplyQueries {

    private static final Listing<SupplyView> SUPPLIES = new Listing<>(
            "select supply as id, s.* from {supply} s",
            Map.of(
                    "suppliedOn", Sort.date("supplied_on"),
                    "area", Sort.number("area"),
                    "price", Sort.number("price_amount"),
                    "agreedStart", Sort.date("agreed_start")),
            SupplyQueries::view);

    private final JdbcClient database;
    private final Dates dates;

    public SupplyQueries(JdbcClient database, Dates dates) {
        this.database = database;
        this.dates = dates;
    }

    /** The fields by which the list can be sorted. */
    public static Set<String> sorts() {
        return SUPPLIES.sorts();
    }

    public Page<SupplyView> list(SupplyFilter filter, PageRequest page) {
        Criteria criteria = Criteria.none()
                .within(filter.zone())
                .equal("project", filter.project())
                .equal("parcel", filter.parcel())
                .equal(
                        "method",
                        filter.method() == null ? null : filter.method().name())
                .containing(filter.text(), "id", "contract_number", "notice_key");
        return SUPPLIES.page(database, dates, criteria, page);
    }

    public Optional<SupplyDetail> byId(String id) {
        return SUPPLIES.all(database, dates, Criteria.none().equal("id", id)).stream()
                .findFirst()
                .map(this::detail);
    }

    /** All supplies to a project. */
    public List<SupplyView> ofProject(String project) {
        return SUPPLIES.all(database, dates, Criteria.none().equal("project", project));
    }

    private SupplyDetail detail(SupplyView supply) {
        List<Balance> balances = new JournalQueries(database, dates).ofSupply(supply.id());
        return new SupplyDetail(
                supply,
                terms(supply.id()),
                new FundQueries(database, dates).ofSupply(supply.id()),
                due(supply, balances),
                balances,
                new HistoryQueries(database, dates).latest("supply", supply.id()));
    }

    private static @Nullable Quantity due(SupplyView supply, List<Balance> balances) {
        Quantity price = supply.price();
        return price == null
                ? null
                : balances.stream()
                        .filter(balance -> balance.account().equals(Account.RECEIVABLE_LAND_PRICE.code()))
                        .map(Balance::balance)
                        .findFirst()
                        .orElse(new Quantity("0", price.unit()));
    }

    private SupplyTerms terms(String supply) {
        String json = database.sql(dates.in("select terms from {supply} s where supply = :supply"))
                .params(dates.parameters())
                .param("supply", supply)
                .query(String.class)
                .single();
        return LedgerJson.mapper().readValue(json, SupplyTerms.class);
    }

    private static SupplyView view(ResultSet row, int n) throws SQLException {
        return new SupplyView(
                row.getString("id"),
                row.getString("zone"),
                row.getString("parcel"),
                row.getString("project"),
                Columns.date(row, "supplied_on"),
                Amounts.knownArea(row, "area"),
                Amounts.knownArea(row, "rescinded"),
                SupplyMethod.valueOf(row.getString("method")),
                row.getString("contract_number"),
                Amounts.money(row, "price_amount", "price_currency"),
                Columns.maybeDate(row, "agreed_delivery"),
                Columns.maybeDate(row, "agreed_start"),
                Columns.maybeDate(row, "agreed_completion"),
                row.getString("notice_format"),
                row.getString("notice_key"),
                Columns.texts(row, "warnings").stream()
                        .map(TermsWarning::valueOf)
                        .toList());
    }
}
