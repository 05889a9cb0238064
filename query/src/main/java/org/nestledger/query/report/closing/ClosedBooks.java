package org.nestledger.query.report.closing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nestledger.query.page.SqlFile;
import org.nestledger.query.report.Annual;
import org.nestledger.query.report.AnnualFigures;
import org.nestledger.query.report.AnnualReport;
import org.nestledger.query.report.Closing;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.FrozenFigure;
import org.nestledger.query.report.FrozenFigures;
import org.nestledger.query.report.ReportSources;
import org.nestledger.query.report.Scope;
import org.nestledger.query.report.explain.Restating;

/**
 * Makes the annual report, and beside it the figures of a closed period as they were then. They are not stored but computed
 * from what was known at the closing's position, which nothing recorded later can change.
 */
public final class ClosedBooks {

    private static final String RESTATING = SqlFile.beside(ClosedBooks.class, "restating.sql");

    private ClosedBooks() {}

    public static AnnualReport annual(ReportSources sources) {
        AnnualReport report = Annual.report(sources);
        return Closings.ofPeriod(sources)
                .map(closing -> report.with(frozen(sources, closing, report)))
                .orElse(report);
    }

    private static FrozenFigures frozen(ReportSources sources, Closing closing, AnnualReport report) {
        Scope scope = sources.scope();
        LocalDate end = scope.period().end();
        List<Figure> then = figures(sources, closing.position());
        List<Figure> now = scope.asOf().equals(end) ? report.figures() : figures(sources, scope.knownAt());
        Restating restating = new Restating(sources, closing.position(), restating(sources, closing));
        List<FrozenFigure> frozen = new ArrayList<>();
        for (Figure figure : then) {
            boolean same = now.contains(figure) && !restating.mayRestate(figure);
            frozen.add(same ? FrozenFigure.of(figure, figure, List.of()) : restating.restated(figure, then));
        }
        frozen.addAll(restating.added(then, now));
        return new FrozenFigures(closing, frozen);
    }

    private static List<Figure> figures(ReportSources sources, long knownAt) {
        Scope scope = sources.scope();
        LocalDate end = scope.period().end();
        return new AnnualFigures(sources.database(), new Scope(scope.zone(), scope.stated(), end, knownAt)).all();
    }

    /** The reversals by position, with the day of what they take back. */
    private static Map<Long, LocalDate> restating(ReportSources sources, Closing closing) {
        Map<Long, LocalDate> days = new LinkedHashMap<>();
        sources.database()
                .sql(RESTATING)
                .params(sources.scope().parameters())
                .param("closed", closing.position())
                .query(row -> {
                    days.put(row.getLong("position"), row.getObject("occurred_on", LocalDate.class));
                });
        return days;
    }
}
