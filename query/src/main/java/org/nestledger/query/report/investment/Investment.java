package org.nestledger.query.report.investment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.page.SqlFile;
import org.nestledger.query.report.ReportSources;
import org.nestledger.query.report.Scope;

/** Makes the report of the investment. */
public final class Investment {

    private static final String PARTS = SqlFile.beside(Investment.class, "parts.sql");
    private static final String PER_MU = SqlFile.beside(Investment.class, "per-mu.sql");

    private final ReportSources sources;

    private Investment(ReportSources sources) {
        this.sources = sources;
    }

    public static InvestmentReport report(ReportSources sources) {
        return new Investment(sources).report();
    }

    private InvestmentReport report() {
        Scope scope = sources.scope();
        return new InvestmentReport(
                scope.zone(),
                sources.year(),
                scope.stated().text(),
                scope.asOf(),
                sources.knownAt(),
                parts("null::text", "null::text"),
                parts("d.industry", "d.industry"),
                parts("d.origin", "d.origin"),
                parts("to_char(i.introduced_on, 'YYYY-MM')", "to_char(m.occurred_on, 'YYYY-MM')"),
                perMu());
    }

    /**
     * The parts by a key, those where it is unknown last.
     *
     * @param planned what the projects introduced have in common
     * @param made what investments have in common
     */
    private List<InvestmentPart> parts(String planned, String made) {
        Map<@Nullable String, Part> parts = new LinkedHashMap<>();
        sources.database()
                .sql(PARTS.replace("{planned}", planned).replace("{made}", made))
                .params(sources.scope().parameters())
                .query(row -> {
                    Quantity amount = Amounts.quantity(row.getBigDecimal("amount"), row.getString("unit"));
                    Part part = parts.computeIfAbsent(row.getString("key"), _ -> new Part());
                    (row.getBoolean("planned") ? part.planned : part.made).add(amount);
                });
        List<InvestmentPart> result = new ArrayList<>();
        parts.forEach((key, part) -> result.add(new InvestmentPart(key, part.planned, part.made)));
        return result;
    }

    private List<PerMu> perMu() {
        return sources.database()
                .sql(PER_MU)
                .params(sources.scope().parameters())
                .query((row, _) -> PerMu.of(
                        row.getString("item"),
                        row.getLong("projects"),
                        Amounts.quantity(row.getBigDecimal("amount"), row.getString("unit")),
                        Area.quantityOf(row.getBigDecimal("land"))))
                .list();
    }

    private static final class Part {
        private final List<Quantity> planned = new ArrayList<>();
        private final List<Quantity> made = new ArrayList<>();
    }
}
