package org.nestledger.query.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.measure.Quantity;
import org.nestledger.core.project.ProjectStage;
import org.nestledger.query.movement.Balance;
import org.nestledger.query.movement.JournalQueries;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.page.SqlFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The parts of the annual report beside its figures. */
final class Sections {

    private static final String FLOWS = SqlFile.beside(Sections.class, "flows.sql");
    private static final String BREAKDOWN = SqlFile.beside(Sections.class, "breakdown.sql");

    private final JdbcClient database;
    private final Scope scope;

    Sections(JdbcClient database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    /** All of them. */
    record Beside(Breakdowns breakdowns, List<Balance> balances, List<FlowTotal> flows) {}

    Beside beside() {
        return new Beside(breakdowns(), new JournalQueries(database, scope.dates()).ofZone(scope.zone()), flows());
    }

    private List<FlowTotal> flows() {
        return database.sql(FLOWS)
                .params(scope.parameters())
                .query((row, _) -> new FlowTotal(
                        row.getString("flow"), Amounts.quantity(row.getBigDecimal("amount"), row.getString("unit"))))
                .list();
    }

    /** The projects introduced, by what they have in common. */
    record Breakdowns(List<Breakdown> byIndustry, List<Breakdown> byOrigin, List<Breakdown> byMonth) {}

    /** The count of a key comes first, then its amounts. */
    private Breakdowns breakdowns() {
        Map<String, Map<@Nullable String, Part>> parts = new HashMap<>();
        database.sql(BREAKDOWN).params(scope.parameters()).query(row -> {
            parts.computeIfAbsent(row.getString("by"), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(row.getString("key"), _ -> new Part())
                    .add(row.getBigDecimal("amount"), row.getString("unit"));
        });
        return new Breakdowns(
                list(parts.getOrDefault("industry", Map.of())),
                list(parts.getOrDefault("origin", Map.of())),
                list(parts.getOrDefault("month", Map.of())));
    }

    /** Every stage, also those where no project stands: each is an account of the zone's books. */
    static List<StageCount> pipeline(List<Balance> balances) {
        return Arrays.stream(ProjectStage.values())
                .map(stage ->
                        new StageCount(stage, projects(balances, stage.account().code())))
                .toList();
    }

    private static long projects(List<Balance> balances, String account) {
        return balances.stream()
                .filter(balance -> balance.account().equals(account))
                .mapToLong(balance -> Long.parseLong(balance.balance().value()))
                .sum();
    }

    private static List<Breakdown> list(Map<@Nullable String, Part> parts) {
        List<Breakdown> result = new ArrayList<>();
        parts.forEach((name, part) -> result.add(new Breakdown(name, part.introduced, part.planned)));
        return result;
    }

    private static final class Part {

        private final List<Quantity> planned = new ArrayList<>();
        private long introduced;

        void add(BigDecimal amount, String unit) {
            if (Objects.equals(unit, Movement.COUNT)) {
                introduced = amount.longValueExact();
            } else {
                planned.add(Amounts.quantity(amount, unit));
            }
        }
    }
}
