package org.nestledger.query.report.closing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nestledger.core.log.EventLog;
import org.nestledger.query.page.Columns;
import org.nestledger.query.page.SqlFile;
import org.nestledger.query.report.Closing;
import org.nestledger.query.report.ReportSources;
import org.nestledger.query.report.Scope;
import org.springframework.jdbc.core.RowMapper;

/** Makes the report of the closings. */
public final class Closings {

    private static final String ALL = SqlFile.beside(Closings.class, "closings.sql");
    private static final String OF_PERIOD = SqlFile.beside(Closings.class, "closing-of.sql");

    private Closings() {}

    public static ClosingsReport report(ReportSources sources) {
        Scope scope = sources.scope();
        List<Closing> closings = sources.database()
                .sql(ALL)
                .params(scope.parameters())
                .query(closing(sources))
                .list();
        return new ClosingsReport(scope.zone(), scope.asOf(), sources.knownAt(), closings);
    }

    /** The closing that closed the report's period in the books of its zone, if one has. */
    static Optional<Closing> ofPeriod(ReportSources sources) {
        return sources.database()
                .sql(OF_PERIOD)
                .params(sources.scope().parameters())
                .query(closing(sources))
                .optional();
    }

    private static RowMapper<Closing> closing(ReportSources sources) {
        long knownAt = sources.scope().knownAt();
        return (row, _) -> closing(row, sources.log(), knownAt);
    }

    private static Closing closing(ResultSet row, EventLog log, long knownAt) throws SQLException {
        String zone = row.getString("zone");
        LocalDate through = Columns.date(row, "through");
        long position = row.getLong("position");
        return new Closing(
                zone + "/" + through,
                zone,
                through,
                Columns.date(row, "occurred_on"),
                position,
                Columns.instant(row, "recorded_at"),
                row.getString("actor"),
                log.checkpoint(position, knownAt).orElse(null));
    }
}
