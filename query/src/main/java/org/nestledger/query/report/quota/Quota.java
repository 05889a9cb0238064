package org.nestledger.query.report.quota;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.page.SqlFile;
import org.nestledger.query.report.ReportSources;
import org.nestledger.query.report.Scope;

/** Makes the report of the quota. */
public final class Quota {

    private static final String LINES = SqlFile.beside(Quota.class, "lines.sql");

    private Quota() {}

    public static QuotaReport report(ReportSources sources) {
        Scope scope = sources.scope();
        List<QuotaLine> lines =
                sources.database().sql(LINES).params(scope.parameters()).query(Quota::line).list().stream()
                        .filter(QuotaLine::says)
                        .toList();
        List<QuotaLine> byZone =
                lines.stream().filter(line -> line.zone() != null).toList();
        return new QuotaReport(
                scope.zone(),
                sources.year(),
                scope.stated().text(),
                scope.asOf(),
                sources.knownAt(),
                lines.stream().filter(line -> line.zone() == null).toList(),
                byZone,
                byZone.stream().flatMap(line -> expiring(line, scope)).toList());
    }

    private static Stream<ExpiringQuota> expiring(QuotaLine line, Scope scope) {
        String zone = line.zone();
        boolean ends = line.quotaYear() <= scope.day().getYear();
        return zone != null && ends && line.available().decimal().signum() > 0
                ? Stream.of(ExpiringQuota.of(zone, line.quotaYear(), line.available(), scope.day()))
                : Stream.of();
    }

    private static QuotaLine line(ResultSet row, int n) throws SQLException {
        return new QuotaLine(
                row.getString("zone"),
                row.getInt("quota_year"),
                area(row, "opening"),
                area(row, "granted"),
                area(row, "allocated"),
                area(row, "used"),
                area(row, "lapsed"),
                area(row, "revoked"),
                area(row, "available"),
                area(row, "used_to_date"));
    }

    private static Quantity area(ResultSet row, String column) throws SQLException {
        return Amounts.knownArea(row, column);
    }
}
