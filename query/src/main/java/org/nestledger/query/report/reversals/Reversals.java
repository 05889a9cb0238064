package org.nestledger.query.report.reversals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.nestledger.query.page.Columns;
import org.nestledger.query.page.SqlFile;
import org.nestledger.query.report.ReportSources;
import org.nestledger.query.report.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the report of the reversals. */
public final class Reversals {

    private static final String ACTORS = SqlFile.beside(Reversals.class, "actors.sql");
    private static final String REVERSED = SqlFile.beside(Reversals.class, "reversed.sql");

    private Reversals() {}

    public static ReversalsReport report(ReportSources sources) {
        JdbcClient database = sources.database();
        Scope scope = sources.scope();
        List<ActorReversals> actors = database.sql(ACTORS)
                .params(scope.parameters())
                .query((row, _) -> new ActorReversals(
                        row.getString("actor"),
                        row.getLong("recorded"),
                        row.getLong("reversed"),
                        row.getLong("reversals")))
                .list();
        List<ReversedEntry> reversed = database.sql(REVERSED)
                .params(scope.parameters())
                .query(Reversals::entry)
                .list();
        return new ReversalsReport(
                scope.zone(), scope.stated().text(), scope.asOf(), sources.knownAt(), actors, reversed);
    }

    private static ReversedEntry entry(ResultSet row, int n) throws SQLException {
        return new ReversedEntry(
                row.getLong("position"),
                row.getLong("reverses"),
                row.getString("zone"),
                row.getString("type"),
                row.getString("recorded_by"),
                row.getString("actor"),
                Columns.date(row, "occurred_on"),
                Columns.instant(row, "recorded_at"),
                row.getString("restates"),
                row.getString("reason"));
    }
}
