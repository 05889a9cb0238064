package org.nestledger.query.report.targets;

import java.util.List;
import org.nestledger.query.report.AnnualFigures;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.ReportPeriod;
import org.nestledger.query.report.ReportSources;
import org.nestledger.query.report.Scope;
import org.nestledger.query.zone.ZoneQueries;
import org.nestledger.query.zone.ZoneTarget;

/** Makes the report of the targets. */
public final class Targets {

    private Targets() {}

    public static TargetsReport report(ReportSources sources) {
        Scope scope = sources.scope();
        Scope soFar = new Scope(scope.zone(), ReportPeriod.year(sources.year()), scope.day(), scope.knownAt());
        List<ZoneTarget> targets = new ZoneQueries(sources.database(), scope.dates())
                .targets(scope.zone()).stream()
                        .filter(target -> target.year() == sources.year())
                        .toList();
        List<Figure> figures = targets.isEmpty() ? List.of() : new AnnualFigures(sources.database(), soFar).all();
        return new TargetsReport(
                scope.zone(),
                sources.year(),
                scope.stated().text(),
                scope.asOf(),
                sources.knownAt(),
                soFar.period().start(),
                soFar.day(),
                targets.stream().map(target -> line(target, figures)).toList());
    }

    private static TargetLine line(ZoneTarget target, List<Figure> figures) {
        return Progress.of(
                target,
                figures.stream()
                        .filter(figure -> figure.measure().equals(target.measure()))
                        .filter(figure -> figure.isComparableIn(target.target().unit()))
                        .findFirst()
                        .orElse(null));
    }
}
