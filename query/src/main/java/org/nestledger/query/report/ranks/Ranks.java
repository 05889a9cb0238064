package org.nestledger.query.report.ranks;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.report.Measure;
import org.nestledger.query.report.Measure.AmongProjects;
import org.nestledger.query.report.Measure.AmongZones;
import org.nestledger.query.report.Measure.AmongZonesByLast;
import org.nestledger.query.report.Measure.FewestDays;
import org.nestledger.query.report.Measure.Unranked;
import org.nestledger.query.report.Measures;
import org.nestledger.query.report.ProjectDurations;
import org.nestledger.query.report.ReportSources;
import org.nestledger.query.report.Scope;
import org.nestledger.query.report.Standing;
import org.nestledger.query.report.ZoneFigures;

/** Makes the report of the ranks. */
public final class Ranks {

    private final ReportSources sources;
    private final ZoneFigures ofPeriod;

    private Ranks(ReportSources sources) {
        this.sources = sources;
        this.ofPeriod = new ZoneFigures(sources.database(), sources.scope());
    }

    public static RanksReport report(ReportSources sources) {
        Scope scope = sources.scope();
        Ranks ranks = new Ranks(sources);
        return new RanksReport(
                scope.zone(),
                sources.year(),
                scope.stated().text(),
                scope.asOf(),
                sources.knownAt(),
                Measures.all().stream().flatMap(ranks::of).toList());
    }

    private Stream<RankedMeasure> of(Measure measure) {
        return switch (measure.ranking()) {
            case Unranked _ -> Stream.of();
            case AmongZones _ -> table(measure, null, sources.scope(), ofPeriod.standings(measure));
            case AmongZonesByLast(int days) -> {
                Scope last = sources.scope().last(days);
                yield table(measure, null, last, ofPeriod.during(last).standings(measure));
            }
            case AmongProjects _ ->
                measure.computation() instanceof FewestDays fewest ? projects(measure, fewest) : Stream.of();
        };
    }

    private Stream<RankedMeasure> projects(Measure measure, FewestDays fewest) {
        Scope scope = sources.scope();
        ProjectDurations durations = ProjectDurations.of(fewest, sources.database(), scope);
        return durations.cities().stream()
                .flatMap(city -> table(
                        measure,
                        city,
                        scope,
                        durations.standings(city, measure.code(), scope.stated().text())));
    }

    private static Stream<RankedMeasure> table(
            Measure measure, @Nullable String city, Scope scope, List<Standing> places) {
        return places.isEmpty()
                ? Stream.of()
                : Stream.of(new RankedMeasure(
                        measure.rankedAs(), city, scope.stated().text(), places.size(), places));
    }
}
