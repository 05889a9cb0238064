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
    private static final Map<String, Function<List<String>, Optional<Definition>>> ALL = Map.ofEntries(
            Map.entry(ANNUAL, AnnualTables::of),
            Map.entry("land", LandFigures::of),
            Map.entry("quota", QuotaFigures::of),
            Map.entry("pipeline", PipelineFigures::of),
            Map.entry("investment", InvestmentFigures::of),
            Map.entry("capital", CapitalFigures::of),
            Map.entry("permit-durations", PermitFigures::of),
            Map.entry("targets", TargetFigures::of),
            Map.entry("ranks", RankFigures::of),
            Map.entry("stages", SupplyFigures::ofStages),
            Map.entry("late-starts", SupplyFigures::ofLateStarts),
            Map.entry("services", ServiceFigures::of),
            Map.entry("approved-not-supplied", ApprovedFigures::of),
            Map.entry("reconciliation", ReconciliationFigures::of),
            Map.entry("late-recording", EntryFigures::ofRecording),
            Map.entry("unsupported", EntryFigures::ofUnsupported),
            Map.entry("reversals", EntryFigures::ofReversals));

    private Definitions() {}

    /** The names of the reports whose tables explain themselves. */
    static Set<String> reports() {
        return ALL.keySet();
    }

    /** @param measure the name of a figure, such as {@code land/total/zhaoqing/land:serviced/SUPPLY} */
    static Optional<Definition> of(String measure) {
        return TableFigure.of(measure)
                .flatMap(figure -> Optional.ofNullable(ALL.get(figure.report()))
                        .flatMap(definitions -> definitions.apply(figure.cells())));
    }
}
