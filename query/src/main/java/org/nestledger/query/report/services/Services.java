package org.nestledger.query.report.services;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.nestledger.query.page.Columns;
import org.nestledger.query.page.SqlFile;
import org.nestledger.query.report.ReportSources;
import org.nestledger.query.report.Scope;

/** Makes the report of the service plans. */
public final class Services {

    private static final String PLANS = SqlFile.beside(Services.class, "plans.sql");
    private static final String OPEN = SqlFile.beside(Services.class, "open.sql");

    private Services() {}

    public static ServicesReport report(ReportSources sources) {
        Scope scope = sources.scope();
        return new ServicesReport(
                scope.zone(),
                scope.asOf(),
                sources.knownAt(),
                sources.database()
                        .sql(PLANS)
                        .params(scope.parameters())
                        .query(Services::plan)
                        .list(),
                sources.database()
                        .sql(OPEN)
                        .params(scope.parameters())
                        .query(Services::open)
                        .list());
    }

    private static ServicePlanLine plan(ResultSet row, int n) throws SQLException {
        return new ServicePlanLine(
                row.getString("zone"),
                row.getString("enterprise"),
                row.getString("holder"),
                row.getString("project"),
                row.getString("plan"),
                row.getString("name"),
                Columns.date(row, "agreed_on"),
                row.getLong("services"),
                row.getLong("delivered"),
                row.getLong("services") - row.getLong("delivered"),
                row.getLong("late"),
                row.getLong("delivered_late"));
    }

    private static OpenService open(ResultSet row, int n) throws SQLException {
        return new OpenService(
                row.getString("zone"),
                row.getString("project"),
                row.getString("plan"),
                row.getString("service"),
                row.getString("name"),
                Columns.date(row, "agreed_on"),
                Columns.maybeDate(row, "due_on"),
                row.getLong("days_late"));
    }
}
