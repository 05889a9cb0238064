package org.nestledger.query.report;

import java.util.List;
import org.nestledger.query.movement.JournalQueries;
import org.nestledger.query.zone.ZoneQueries;
import org.nestledger.query.zone.ZoneTarget;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the annual report. */
public final class Annual {

    private Annual() {}

    public static AnnualReport report(ReportSources sources) {
        JdbcClient database = sources.database();
        Scope scope = sources.scope();
        Sections sections = new Sections(database, scope);
        return new AnnualReport(
                scope.zone(),
                sources.year(),
                scope.asOf(),
                sources.knownAt(),
                new AnnualFigures(database, scope).all(),
                sections.byIndustry(),
                sections.byOrigin(),
                sections.byMonth(),
                new JournalQueries(database).ofZone(scope.zone(), scope.asOf(), scope.knownAt()),
                sections.flows(),
                sections.pipeline(),
                targets(database, sources.year(), scope));
    }

    /** What was set for this year and the next, by the report's date. */
    private static List<ZoneTarget> targets(JdbcClient database, int year, Scope scope) {
        return new ZoneQueries(database)
                .targets(scope.zone(), scope.asOf(), scope.knownAt()).stream()
                        .filter(target -> target.year() == year || target.year() == year + 1)
                        .toList();
    }
}
