package org.nestledger.query.report.unsupported;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.nestledger.query.page.Columns;
import org.nestledger.query.page.SqlFile;
import org.nestledger.query.report.ReportSources;
import org.nestledger.query.report.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the report of the entries without documents. */
public final class Unsupported {

    private static final String COUNTS = SqlFile.beside(Unsupported.class, "counts.sql");
    private static final String ENTRIES = SqlFile.beside(Unsupported.class, "entries.sql");

    private Unsupported() {}

    public static UnsupportedReport report(ReportSources sources) {
        JdbcClient database = sources.database();
        Scope scope = sources.scope();
        List<UnsupportedCount> counts = database.sql(COUNTS)
                .params(scope.parameters())
                .query((row, _) -> new UnsupportedCount(
                        row.getString("type"),
                        row.getString("actor"),
                        row.getLong("entries"),
                        row.getLong("unsupported")))
                .list();
        List<UnsupportedEntry> entries = database.sql(ENTRIES)
                .params(scope.parameters())
                .query(Unsupported::entry)
                .list();
        return new UnsupportedReport(
                scope.zone(), scope.stated().text(), scope.asOf(), sources.knownAt(), counts, entries);
    }

    private static UnsupportedEntry entry(ResultSet row, int n) throws SQLException {
        return new UnsupportedEntry(
                row.getLong("position"),
                row.getString("zone"),
                row.getString("type"),
                row.getString("actor"),
                Columns.date(row, "occurred_on"),
                Columns.instant(row, "recorded_at"));
    }
}
