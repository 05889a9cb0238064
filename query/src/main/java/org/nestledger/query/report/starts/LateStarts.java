package org.nestledger.query.report.starts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.page.Columns;
import org.nestledger.query.page.SqlFile;
import org.nestledger.query.report.ReportSources;
import org.nestledger.query.report.Scope;

/** Makes the report of the late starts. */
public final class LateStarts {

    private static final String NOT_STARTED = SqlFile.beside(LateStarts.class, "not-started.sql");

    private LateStarts() {}

    public static LateStartsReport report(ReportSources sources) {
        Scope scope = sources.scope();
        List<LateStart> late = new ArrayList<>();
        List<UndatedStart> unknown = new ArrayList<>();
        sources.database().sql(NOT_STARTED).params(scope.parameters()).query(row -> {
            LocalDate agreed = Columns.maybeDate(row, "agreed_start");
            if (agreed == null) {
                unknown.add(undated(row));
            } else if (agreed.isBefore(scope.asOf())) {
                late.add(late(row, agreed, scope.asOf()));
            }
        });
        return new LateStartsReport(scope.zone(), scope.asOf(), sources.knownAt(), late, unknown);
    }

    private static LateStart late(ResultSet row, LocalDate agreed, LocalDate asOf) throws SQLException {
        return new LateStart(
                row.getString("zone"),
                row.getString("project"),
                row.getString("name"),
                row.getString("supply"),
                Amounts.knownArea(row, "area"),
                agreed,
                StartStatus.daysLate(agreed, asOf),
                StartStatus.of(agreed, asOf, row.getBoolean("notices_only")));
    }

    private static UndatedStart undated(ResultSet row) throws SQLException {
        return new UndatedStart(
                row.getString("zone"),
                row.getString("project"),
                row.getString("name"),
                row.getString("supply"),
                Amounts.knownArea(row, "area"),
                Columns.date(row, "supplied_on"));
    }
}
