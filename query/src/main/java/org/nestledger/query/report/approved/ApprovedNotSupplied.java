package org.nestledger.query.report.approved;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nestledger.query.page.Columns;
import org.nestledger.query.page.SqlFile;
import org.nestledger.query.report.ReportSources;
import org.nestledger.query.report.Scope;

/** Makes the report of land that is approved and not supplied. */
public final class ApprovedNotSupplied {

    private static final String LOTS = SqlFile.beside(ApprovedNotSupplied.class, "lots.sql");

    private ApprovedNotSupplied() {}

    public static ApprovedNotSuppliedReport report(ReportSources sources) {
        Scope scope = sources.scope();
        List<ApprovedLand> approved = new ArrayList<>();
        List<ExistingLand> existing = new ArrayList<>();
        sources.database().sql(LOTS).params(scope.parameters()).query(row -> {
            ConstructionLand land = ConstructionLand.of(
                    row.getBigDecimal("ready"), row.getBigDecimal("supplied"), row.getBigDecimal("lost"));
            String zone = row.getString("zone");
            if (row.getString("origin").equals("EXISTING")) {
                existing.add(new ExistingLand(zone, land));
            } else {
                approved.add(new ApprovedLand(zone, Columns.maybeInt(row, "year"), land));
            }
        });
        return new ApprovedNotSuppliedReport(
                scope.zone(),
                scope.asOf(),
                sources.knownAt(),
                ConstructionLand.sum(approved.stream().map(ApprovedLand::land).toList()),
                byYear(approved),
                approved,
                existing);
    }

    private static List<ApprovedLand> byYear(List<ApprovedLand> approved) {
        TreeMap<Integer, List<ConstructionLand>> years = approved.stream()
                .collect(Collectors.groupingBy(
                        each -> each.year() == null ? Integer.MIN_VALUE : each.year(),
                        TreeMap::new,
                        Collectors.mapping(ApprovedLand::land, Collectors.toList())));
        return years.entrySet().stream()
                .map(each -> new ApprovedLand(
                        null,
                        each.getKey() == Integer.MIN_VALUE ? null : each.getKey(),
                        ConstructionLand.sum(each.getValue())))
                .toList();
    }
}
