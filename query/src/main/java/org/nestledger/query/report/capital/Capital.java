package org.nestledger.query.report.capital;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.nestledger.core.ledger.LedgerJson;
import org.nestledger.core.supply.SupplyTerms;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.page.SqlFile;
import org.nestledger.query.report.ReportSources;
import org.nestledger.query.report.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the report of the land bank's money. */
public final class Capital {

    private static final String ITEMS = SqlFile.beside(Capital.class, "items.sql");
    private static final String SUPPLIES = SqlFile.beside(Capital.class, "priced-supplies.sql");

    private Capital() {}

    public static CapitalReport report(ReportSources sources) {
        Scope scope = sources.scope();
        List<CapitalLine> lines = lines(sources.database(), scope);
        List<Instalments> instalments = supplies(sources.database(), scope).stream()
                .map(supply -> Instalments.of(supply, scope.asOf()))
                .toList();
        return new CapitalReport(
                scope.zone(),
                sources.year(),
                scope.stated().text(),
                scope.asOf(),
                sources.knownAt(),
                lines.stream().filter(line -> line.zone() == null).toList(),
                lines.stream().filter(line -> line.zone() != null).toList(),
                instalments.stream()
                        .flatMap(each -> each.unpaid().stream())
                        .sorted(Comparator.comparing(UnpaidInstalment::dueOn))
                        .toList(),
                instalments.stream().flatMap(each -> each.unclear().stream()).toList());
    }

    private static List<CapitalLine> lines(JdbcClient database, Scope scope) {
        return database.sql(ITEMS)
                .params(scope.parameters())
                .query((row, _) -> new CapitalLine(
                        row.getString("zone"),
                        CapitalItem.valueOf(row.getString("item")),
                        Amounts.quantity(row.getBigDecimal("in_period"), row.getString("unit")),
                        Amounts.quantity(row.getBigDecimal("to_date"), row.getString("unit"))))
                .list();
    }

    private static List<PricedSupply> supplies(JdbcClient database, Scope scope) {
        return database.sql(SUPPLIES)
                .params(scope.parameters())
                .query(Capital::supply)
                .list();
    }

    private static PricedSupply supply(ResultSet row, int n) throws SQLException {
        return new PricedSupply(
                row.getString("zone"),
                row.getString("project"),
                row.getString("supply"),
                row.getString("price_currency"),
                row.getLong("owed"),
                row.getLong("paid"),
                LedgerJson.mapper()
                        .readValue(row.getString("terms"), SupplyTerms.class)
                        .instalments());
    }
}
