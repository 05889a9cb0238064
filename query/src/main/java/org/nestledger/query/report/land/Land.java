package org.nestledger.query.report.land;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.journal.Account;
import org.nestledger.core.measure.Area;
import org.nestledger.query.page.SqlFile;
import org.nestledger.query.report.FlowTotal;
import org.nestledger.query.report.ReportSources;
import org.nestledger.query.report.Scope;

/** Makes the report of the balances and flows of land. */
public final class Land {

    private static final String MOVED = SqlFile.beside(Land.class, "moved.sql");

    /** Those that it has lines of. */
    public static final List<Account> ACCOUNTS = List.of(
            Account.LAND_ACQUIRED,
            Account.LAND_SERVICED,
            Account.LAND_SUPPLIED,
            Account.CONSTRUCTION_READY,
            Account.CONSTRUCTION_SUPPLIED);

    private record Key(@Nullable String zone, String account) {}

    private Land() {}

    public static LandReport report(ReportSources sources) {
        Scope scope = sources.scope();
        Map<Key, Line> lines = new LinkedHashMap<>();
        sources.database()
                .sql(MOVED)
                .params(scope.parameters())
                .param("accounts", ACCOUNTS.stream().map(Account::code).toArray(String[]::new))
                .query(row -> {
                    lines.computeIfAbsent(new Key(row.getString("zone"), row.getString("account")), Line::new)
                            .add(row.getString("flow"), row.getBigDecimal("amount"));
                });
        List<LandLine> all = lines.values().stream().map(Line::shown).toList();
        return new LandReport(
                scope.zone(),
                sources.year(),
                scope.stated().text(),
                scope.asOf(),
                sources.knownAt(),
                all.stream().filter(line -> line.zone() == null).toList(),
                all.stream().filter(line -> line.zone() != null).toList());
    }

    private static final class Line {

        private final Key key;
        private final List<FlowTotal> flows = new ArrayList<>();
        private BigDecimal opening = BigDecimal.ZERO;
        private BigDecimal closing = BigDecimal.ZERO;

        Line(Key key) {
            this.key = key;
        }

        /** @param flow absent for what stood there before */
        void add(@Nullable String flow, BigDecimal amount) {
            closing = closing.add(amount);
            if (flow == null) {
                opening = amount;
            } else {
                flows.add(new FlowTotal(flow, Area.quantityOf(amount)));
            }
        }

        LandLine shown() {
            return new LandLine(key.zone(), key.account(), Area.quantityOf(opening), flows, Area.quantityOf(closing));
        }
    }
}
