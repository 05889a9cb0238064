package org.nestledger.query.report;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Quantity;
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
        try (Together together = new Together()) {
            Supplier<Sections.Beside> beside = together.ask(sections::beside);
            List<Figure> figures = new AnnualFigures(database, scope).all();
            return report(sources, figures, beside.get());
        }
    }

    private static AnnualReport report(ReportSources sources, List<Figure> figures, Sections.Beside beside) {
        Scope scope = sources.scope();
        Sections.Breakdowns breakdowns = beside.breakdowns();
        return new AnnualReport(
                scope.zone(),
                sources.year(),
                scope.stated().text(),
                scope.asOf(),
                sources.knownAt(),
                figures,
                breakdowns.byIndustry(),
                breakdowns.byOrigin(),
                breakdowns.byMonth(),
                beside.balances(),
                beside.flows(),
                Sections.pipeline(beside.balances()),
                targets(sources.database(), sources.year(), scope, figures),
                null);
    }

    /** What was set for this year and the next, by the report's date. */
    private static List<TargetResult> targets(JdbcClient database, int year, Scope scope, List<Figure> figures) {
        return new ZoneQueries(database, scope.dates())
                .targets(scope.zone()).stream()
                        .filter(target -> target.year() == year || target.year() == year + 1)
                        .map(target -> new TargetResult(
                                target.measure(),
                                target.year(),
                                target.target(),
                                target.setOn(),
                                target.year() == year ? reached(target, figures) : null))
                        .toList();
    }

    private static @Nullable Quantity reached(ZoneTarget target, List<Figure> figures) {
        return figures.stream()
                .filter(figure -> figure.measure().equals(target.measure()))
                .filter(figure -> figure.isComparableIn(target.target().unit()))
                .map(figure -> new Quantity(figure.value(), figure.unit()))
                .findFirst()
                .orElse(null);
    }
}
