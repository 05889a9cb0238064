package org.nestledger.query.report.targets;

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
 * The targets of a zone for a year against what it reached. Targets are of whole years: what a quarter or a month shows is
 * measured from the start of the year to its end, against the target of the whole year.
 *
 * @param year that the targets are of
 * @param period {@code 2023}, {@code 2023-Q3} or {@code 2023-07}
 * @param measuredFrom the first day of the year
 * @param measuredTo the last day of the period, or the report's date when that is earlier
 */
public record TargetsReport(
        String zone,
        int year,
        String period,
        LocalDate asOf,
        KnownPosition knownAt,
        LocalDate measuredFrom,
        LocalDate measuredTo,
        List<TargetLine> targets)
        implements Report {

    private static final List<String> COLUMNS = List.of(
            "measure", "set on", "target", "target unit", "reached", "unit", "ratio", "share", "share ratio", "met");

    public TargetsReport {
        targets = List.copyOf(targets);
    }

    @Override
    public String title() {
        String ofYear = period.equals(String.valueOf(year)) ? "" : ": of the whole year " + year;
        return "Targets of " + zone + " in " + period + ofYear + ", measured from " + measuredFrom + " to "
                + measuredTo;
    }

    @Override
    public List<FigureTable> figureTables() {
        return List.of(FigureTable.withRatios(
                "targets", List.of("measure", "item"), targets.stream().flatMap(TargetsReport::figures)));
    }

    @Override
    public List<Section> sections() {
        return Stream.of(Section.of("targets", COLUMNS, targets.stream().map(TargetsReport::row)))
                .filter(section -> !section.rows().isEmpty())
                .toList();
    }

    private static Stream<Row> figures(TargetLine line) {
        return Stream.of(
                        Stream.of(Row.stated(line.target(), line.measure(), "target")),
                        Stream.ofNullable(line.reached())
                                .map(reached -> Row.single(reached, line.ratio(), line.measure(), "reached")),
                        Stream.ofNullable(line.share())
                                .map(share -> Row.single(
                                        new Quantity(share.value(), share.unit()),
                                        share.ratio(),
                                        line.measure(),
                                        "share")))
                .flatMap(rows -> rows);
    }

    private static List<String> row(TargetLine line) {
        TargetLine.Share share = line.share();
        return Section.row(
                line.measure(),
                line.setOn(),
                line.target().value(),
                line.target().unit(),
                Section.value(line.reached()),
                Section.unit(line.reached()),
                Section.ratio(line.ratio()),
                share == null ? null : share.value(),
                share == null ? null : Section.ratio(share.ratio()),
                line.met() ? "yes" : "no");
    }
}
