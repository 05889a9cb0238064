package org.nestledger.query.report.pipeline;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.report.FigureTable;
import org.nestledger.query.report.FigureTable.Row;
import org.nestledger.query.report.KnownPosition;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.Section;

/**
 * The projects of a zone by stage in a period, rolled up over its descendants.
 *
 * @param year that the period lies in
 * @param period {@code 2023}, {@code 2023-Q3} or {@code 2023-07}
 * @param stages every stage, also those where no project stands
 * @param moves between stages in the period
 * @param planned what was added to the plans in the period, less what was taken from them, one quantity a currency
 * @param made what was invested in the period, one quantity a currency
 */
public record PipelineReport(
        String zone,
        int year,
        String period,
        LocalDate asOf,
        KnownPosition knownAt,
        List<StageFlow> stages,
        List<StageMove> moves,
        List<Quantity> planned,
        List<Quantity> made)
        implements Report {

    public PipelineReport {
        stages = List.copyOf(stages);
        moves = List.copyOf(moves);
        planned = List.copyOf(planned);
        made = List.copyOf(made);
    }

    @Override
    public String title() {
        return "Pipeline of " + zone + " in " + period;
    }

    @Override
    public List<FigureTable> figureTables() {
        return List.of(
                FigureTable.of(
                        "stages", List.of("stage", "item"), stages.stream().flatMap(PipelineReport::rows)),
                FigureTable.of(
                        "moves",
                        List.of("from", "to"),
                        moves.stream().map(move -> Row.count(move.projects(), move.from(), move.to()))),
                FigureTable.of(
                        "investment in the period",
                        List.of("item"),
                        Stream.concat(
                                planned.stream().map(each -> Row.sum(each, "planned")),
                                made.stream().map(each -> Row.sum(each, "made")))));
    }

    @Override
    public List<Section> sections() {
        return FigureTable.sections(figureTables());
    }

    private static Stream<Row> rows(StageFlow flow) {
        return Stream.of(
                        Stream.of(
                                Row.count(flow.opening(), flow.stage(), "opening"),
                                Row.count(flow.came(), flow.stage(), "came"),
                                Row.count(flow.left(), flow.stage(), "left"),
                                Row.count(flow.closing(), flow.stage(), "closing")),
                        flow.planned().stream().map(each -> Row.sum(each, flow.stage(), "planned")),
                        flow.made().stream().map(each -> Row.sum(each, flow.stage(), "made")))
                .flatMap(rows -> rows);
    }
}
