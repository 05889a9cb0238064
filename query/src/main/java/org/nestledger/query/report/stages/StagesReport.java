package org.nestledger.query.report.stages;

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
 * Where the projects of a zone and its descendants stand on a day.
 *
 * @param stages every stage, also those where no project stands
 * @param agreed the projects that have land, one line for each supply
 */
public record StagesReport(
        String zone, LocalDate asOf, KnownPosition knownAt, List<StageLine> stages, List<AgreedSteps> agreed)
        implements Report {

    private static final List<String> STAGES = List.of("stage", "name", "value", "unit");
    private static final List<String> AGREED = List.of(
            "zone",
            "project",
            "stage",
            "supply",
            "area",
            "unit",
            "supplied on",
            "agreed delivery",
            "agreed start",
            "start",
            "start days late",
            "agreed completion",
            "completion",
            "completion days late");

    public StagesReport {
        stages = List.copyOf(stages);
        agreed = List.copyOf(agreed);
    }

    @Override
    public String title() {
        return "Projects of " + zone + " by stage";
    }

    @Override
    public List<FigureTable> explainedTables() {
        return List.of(
                FigureTable.of(
                        "stages", List.of("stage", "figure"), stages.stream().flatMap(StagesReport::figures)),
                FigureTable.of(
                        "agreed and done",
                        List.of("supply", "figure"),
                        agreed.stream().flatMap(StagesReport::figures)));
    }

    private static Stream<Row> figures(StageLine line) {
        return Stream.of(
                        Stream.of(Row.count(line.projects(), line.stage(), "projects")),
                        line.planned().stream().map(each -> Row.sum(each, line.stage(), "planned")),
                        line.made().stream().map(each -> Row.sum(each, line.stage(), "made")))
                .flatMap(rows -> rows);
    }

    private static Stream<Row> figures(AgreedSteps each) {
        return Stream.of(
                        Stream.of(Row.sum(each.area(), each.supply(), "area")),
                        late(each.start(), each.supply(), "start days late"),
                        late(each.completion(), each.supply(), "completion days late"))
                .flatMap(rows -> rows);
    }

    private static Stream<Row> late(Step step, String supply, String name) {
        return step.daysLate() == null ? Stream.of() : Stream.of(Row.days(step.daysLate(), supply, name));
    }

    @Override
    public List<Section> sections() {
        return Stream.of(
                        Section.of("stages", STAGES, stages.stream().flatMap(StagesReport::rows)),
                        Section.of("agreed and done", AGREED, agreed.stream().map(StagesReport::row)))
                .filter(section -> !section.rows().isEmpty())
                .toList();
    }

    private static Stream<List<String>> rows(StageLine line) {
        return Stream.of(
                        Stream.of(Section.row(line.stage(), "projects", line.projects(), "count")),
                        line.planned().stream().map(each -> row(line, "planned", each)),
                        line.made().stream().map(each -> row(line, "made", each)))
                .flatMap(rows -> rows);
    }

    private static List<String> row(StageLine line, String name, Quantity amount) {
        return Section.row(line.stage(), name, amount.value(), amount.unit());
    }

    private static List<String> row(AgreedSteps each) {
        return Section.row(
                each.zone(),
                each.project(),
                each.stage(),
                each.supply(),
                each.area().value(),
                each.area().unit(),
                each.suppliedOn(),
                each.agreedDelivery(),
                each.start().agreed(),
                actual(each.start()),
                each.start().daysLate(),
                each.completion().agreed(),
                actual(each.completion()),
                each.completion().daysLate());
    }

    private static String actual(Step step) {
        return step.actual() == null ? "" : step.actual() + (step.reported() ? " (reported)" : "");
    }
}
