package org.nestledger.query.report.starts;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.nestledger.query.report.FigureTable;
import org.nestledger.query.report.FigureTable.Row;
import org.nestledger.query.report.KnownPosition;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.Section;

/**
 * The supplies of a zone and its descendants whose projects have not started though they should have. Each supply counts
 * for itself, by the start that it agrees. A project has started when it has reached a stage beyond its introduction, by
 * a permit, a notice or its opening. What is wholly rescinded, withdrawn, or still in time is not listed.
 *
 * <p>The status {@link StartStatus#START_NOT_REPORTED} takes the place of the others for a project that was opened, whose
 * supplies all come from notices, and of which nothing else was recorded that it did.
 *
 * @param late the latest first
 * @param unknown supplies of projects that have not started, without an agreed start
 */
public record LateStartsReport(
        String zone, LocalDate asOf, KnownPosition knownAt, List<LateStart> late, List<UndatedStart> unknown)
        implements Report {

    private static final List<String> LATE =
            List.of("zone", "project", "name", "supply", "area", "unit", "agreed start", "days late", "status");
    private static final List<String> UNKNOWN =
            List.of("zone", "project", "name", "supply", "area", "unit", "supplied on");

    public LateStartsReport {
        late = List.copyOf(late);
        unknown = List.copyOf(unknown);
    }

    @Override
    public String title() {
        return "Late starts of " + zone;
    }

    @Override
    public List<FigureTable> explainedTables() {
        List<String> keys = List.of("supply", "figure");
        return List.of(
                FigureTable.of("late starts", keys, late.stream().flatMap(LateStartsReport::figures)),
                FigureTable.of(
                        "agreed start unknown",
                        keys,
                        unknown.stream().map(each -> Row.sum(each.area(), each.supply(), "area"))));
    }

    private static Stream<Row> figures(LateStart each) {
        return Stream.of(
                Row.sum(each.area(), each.supply(), "area"), Row.days(each.daysLate(), each.supply(), "days late"));
    }

    @Override
    public List<Section> sections() {
        return Stream.of(
                        Section.of("late starts", LATE, late.stream().map(LateStartsReport::row)),
                        Section.of(
                                "agreed start unknown",
                                UNKNOWN,
                                unknown.stream().map(LateStartsReport::row)))
                .filter(section -> !section.rows().isEmpty())
                .toList();
    }

    private static List<String> row(LateStart each) {
        return Section.row(
                each.zone(),
                each.project(),
                each.name(),
                each.supply(),
                each.area().value(),
                each.area().unit(),
                each.agreedStart(),
                each.daysLate(),
                each.status());
    }

    private static List<String> row(UndatedStart each) {
        return Section.row(
                each.zone(),
                each.project(),
                each.name(),
                each.supply(),
                each.area().value(),
                each.area().unit(),
                each.suppliedOn());
    }
}
