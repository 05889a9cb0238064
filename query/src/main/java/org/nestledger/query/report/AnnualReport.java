package org.nestledger.query.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.movement.Balance;

/**
 * A zone's year, quarter or month, rolled up over its descendants.
 *
 * @param year that the period lies in
 * @param period {@code 2023}, {@code 2023-Q3} or {@code 2023-07}
 * @param asOf the last business day that counts
 * @param balances at the end of {@code asOf}
 * @param flows of the period up to {@code asOf}; opening entries are not flows
 * @param pipeline projects per stage at the end of {@code asOf}
 * @param targets of the year, with what the period reached, and of the next
 * @param frozen of a closed period, what its figures were when it was closed and are now; absent while it is open
 */
public record AnnualReport(
        String zone,
        int year,
        String period,
        LocalDate asOf,
        KnownPosition knownAt,
        List<Figure> figures,
        List<Breakdown> byIndustry,
        List<Breakdown> byOrigin,
        List<Breakdown> byMonth,
        List<Balance> balances,
        List<FlowTotal> flows,
        List<StageCount> pipeline,
        List<TargetResult> targets,
        @Nullable FrozenFigures frozen)
        implements Report {

    public AnnualReport {
        figures = List.copyOf(figures);
        byIndustry = List.copyOf(byIndustry);
        byOrigin = List.copyOf(byOrigin);
        byMonth = List.copyOf(byMonth);
        balances = List.copyOf(balances);
        flows = List.copyOf(flows);
        pipeline = List.copyOf(pipeline);
        targets = List.copyOf(targets);
    }

    /** The same of a period that was closed. */
    public AnnualReport with(FrozenFigures closed) {
        return new AnnualReport(
                zone,
                year,
                period,
                asOf,
                knownAt,
                figures,
                byIndustry,
                byOrigin,
                byMonth,
                balances,
                flows,
                pipeline,
                targets,
                closed);
    }

    @Override
    public AnnualReport unnamed() {
        return frozen == null ? this : with(frozen.unnamed());
    }

    @Override
    public String title() {
        return "Annual report of " + zone + " for " + period;
    }

    @Override
    public List<FigureTable> figureTables() {
        return new AnnualSections(this).figures();
    }

    @Override
    public List<Section> sections() {
        return new AnnualSections(this).all();
    }
}
