package org.nestledger.query.report.ranks;

import java.util.List;
import java.util.function.Supplier;
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
import org.nestledger.query.report.Together;
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
        return new RanksReport(
                scope.zone(),
                sources.year(),
                scope.stated().text(),
                scope.asOf(),
                sources.knownAt(),
                new Ranks(sources).all());
    }

    /** By the measures' order. What zones are ranked by in the period is asked for beside all else. */
    private List<RankedMeasure> all() {
        try (Together together = new Together()) {
            Supplier<Integer> peers = together.ask(ofPeriod::askOfPeers);
            List<Supplier<List<RankedMeasure>>> asked = Measures.all().stream()
                    .map(measure -> ask(measure, together))
                    .toList();
            int _ = peers.get();
            return asked.stream().flatMap(each -> each.get().stream()).toList();
        }
    }

    private Supplier<List<RankedMeasure>> ask(Measure measure, Together together) {
        return switch (measure.ranking()) {
            case Unranked _ -> List::of;
            case AmongZones _ -> () -> table(measure, null, sources.scope(), ofPeriod.standings(measure));
            case AmongZonesByLast(int days) -> {
                Scope last = sources.scope().last(days);
                yield together.ask(
                        () -> table(measure, null, last, ofPeriod.during(last).standings(measure)));
            }
            case AmongProjects _ -> together.ask(() -> projects(measure));
        };
    }

    private List<RankedMeasure> projects(Measure measure) {
        if (!(measure.computation() instanceof FewestDays fewest)) {
            return List.of();
        }
        Scope scope = sources.scope();
        ProjectDurations durations = ProjectDurations.of(fewest, sources.database(), scope);
        return durations.cities().stream()
                .flatMap(
                        city -> table(
                                measure,
                                city,
                                scope,
                                durations.standings(
                                        city, measure.code(), scope.stated().text()))
                                .stream())
                .toList();
    }

    private static List<RankedMeasure> table(
            Measure measure, @Nullable String city, Scope scope, List<Standing> places) {
        return places.isEmpty()
                ? List.of()
                : List.of(new RankedMeasure(
                        measure.rankedAs(), city, scope.stated().text(), places.size(), places));
    }
}
