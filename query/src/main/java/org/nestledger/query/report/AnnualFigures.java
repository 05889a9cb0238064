package org.nestledger.query.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.query.report.Measure.AmongProjects;
import org.nestledger.query.report.Measure.AmongZones;
import org.nestledger.query.report.Measure.AmongZonesByLast;
import org.nestledger.query.report.Measure.FewestDays;
import org.nestledger.query.report.Measure.OfZones;
import org.nestledger.query.report.Measure.Unranked;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every measure of a zone and period, with its ranks. */
public final class AnnualFigures {

    private final JdbcClient database;
    private final Scope scope;
    private final ZoneFigures ofPeriod;
    private final Map<FewestDays, ProjectDurations> durations = new HashMap<>();

    public AnnualFigures(JdbcClient database, Scope scope) {
        this.database = database;
        this.scope = scope;
        this.ofPeriod = new ZoneFigures(database, scope);
    }

    /** The figures of the annual report, in its order. What the zone's peers have is asked for beside what it has itself. */
    public List<Figure> all() {
        try (Together together = new Together()) {
            Supplier<Integer> peers = together.ask(ofPeriod::askOfPeers);
            ofPeriod.askOfZone();
            Measures.all().forEach(measure -> {
                if (measure.computation() instanceof FewestDays fewest) {
                    ProjectDurations _ = durations(fewest);
                }
            });
            int _ = peers.get();
        }
        return Measures.all().stream().flatMap(measure -> of(measure).stream()).toList();
    }

    /** The figures of one measure: one, one for each currency or for each of the fastest projects, or none; then its ranks. */
    public List<Figure> of(Measure measure) {
        return of(measure, null);
    }

    /**
     * The same.
     *
     * @param project of the zone, whose figures are wanted instead of those of the fastest, where projects have some
     */
    public List<Figure> of(Measure measure, @Nullable String project) {
        List<Figure> figures = new ArrayList<>(
                switch (measure.computation()) {
                    case OfZones _ -> ofPeriod.own(measure);
                    case FewestDays fewest -> ofProjects(measure, fewest, project);
                });
        figures.addAll(ranks(measure));
        return figures;
    }

    private List<Figure> ranks(Measure measure) {
        return switch (measure.ranking()) {
            case Unranked _, AmongProjects _ -> List.of();
            case AmongZones _ -> placed(measure, ofPeriod.place(measure), scope.stated());
            case AmongZonesByLast(int days) -> {
                Scope last = scope.last(days);
                yield placed(measure, ofPeriod.during(last).place(measure), last.stated());
            }
        };
    }

    private List<Figure> placed(Measure measure, Optional<Place> place, StatedPeriod period) {
        return place.map(each -> each.figures(measure.rankedAs(), scope.zone(), period.text()))
                .orElse(List.of());
    }

    /** The figure of the fastest project, with its own place; one for each when several are equally fast. */
    private List<Figure> ofProjects(Measure measure, FewestDays fewest, @Nullable String only) {
        ProjectDurations durations = durations(fewest);
        String period = scope.stated().text();
        List<Figure> figures = new ArrayList<>();
        for (String project : only == null ? durations.fastest() : durations.within(only)) {
            durations.days(project).ifPresent(days -> figures.add(days.figure(measure.code(), project, period)));
            durations
                    .place(project)
                    .ifPresent(place -> figures.addAll(place.figures(measure.rankedAs(), project, period)));
        }
        return figures;
    }

    private ProjectDurations durations(FewestDays fewest) {
        return durations.computeIfAbsent(fewest, _ -> ProjectDurations.of(fewest, database, scope));
    }
}
