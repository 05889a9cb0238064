package org.nestledger.query.report.explain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What each figure in the tables of reports is. */
final class Definitions {

    static final String ANNUAL = "annual";

    /** By report, from the cells that name the figure: its table and its key. */
    private static final Map<String, Report> ALL = Map.ofEntries(
            Map.entry(ANNUAL, new Report(Span.PERIOD, AnnualTables::of)),
            Map.entry("land", new Report(Span.PERIOD, LandFigures::of)),
            Map.entry("quota", new Report(Span.PERIOD, QuotaFigures::of)),
            Map.entry("pipeline", new Report(Span.PERIOD, PipelineFigures::of)),
            Map.entry("investment", new Report(Span.PERIOD, InvestmentFigures::of)),
            Map.entry("capital", new Report(Span.PERIOD, CapitalFigures::of)),
            Map.entry("permit-durations", new Report(Span.PERIOD, PermitFigures::of)),
            Map.entry("targets", new Report(Span.PERIOD, TargetFigures::of)),
            Map.entry("ranks", new Report(Span.PERIOD, RankFigures::of)),
            Map.entry("stages", new Report(Span.DAY, SupplyFigures::ofStages)),
            Map.entry("late-starts", new Report(Span.DAY, SupplyFigures::ofLateStarts)),
            Map.entry("services", new Report(Span.DAY, ServiceFigures::of)),
            Map.entry("approved-not-supplied", new Report(Span.DAY, ApprovedFigures::of)),
            Map.entry("reconciliation", new Report(Span.YEAR, ReconciliationFigures::of)),
            Map.entry("late-recording", new Report(Span.PERIOD, EntryFigures::ofRecording)),
            Map.entry("unsupported", new Report(Span.PERIOD, EntryFigures::ofUnsupported)),
            Map.entry("reversals", new Report(Span.PERIOD, EntryFigures::ofReversals)));

    /**
     * A report.
     *
     * @param definitions of its figures
     */
    private record Report(Span span, Function<List<String>, Optional<Definition>> definitions) {}

    private Definitions() {}

    /** The names of the reports whose tables explain themselves. */
    static Set<String> reports() {
        return ALL.keySet();
    }

    /** @param measure the name of a figure, such as {@code land/total/zhaoqing/land:serviced/SUPPLY} */
    static Optional<Definition> of(String measure) {
        return TableFigure.of(measure)
                .flatMap(figure -> Optional.ofNullable(ALL.get(figure.report()))
                        .flatMap(report -> report.definitions().apply(figure.cells())));
    }

    /** What the report of a figure is of; none when no report has it. */
    static Optional<Span> span(String measure) {
        return TableFigure.of(measure)
                .flatMap(figure -> Optional.ofNullable(ALL.get(figure.report())))
                .map(Report::span);
    }
}
