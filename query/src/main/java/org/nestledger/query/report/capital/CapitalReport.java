package org.nestledger.query.report.capital;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.report.FigureTable;
import org.nestledger.query.report.FigureTable.Row;
import org.nestledger.query.report.KnownPosition;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.Section;

/**
 * The money of a zone's land bank in a period, rolled up over its descendants. Currencies are never added up.
 *
 * @param year that the period lies in
 * @param period {@code 2023}, {@code 2023-Q3} or {@code 2023-07}
 * @param total of the zone and its descendants
 * @param byZone the own books of each of them that has any
 * @param unpaid instalments due by {@code asOf}, the longest overdue first
 * @param unclear instalments due by {@code asOf} of which the price or the amount is not known
 */
public record CapitalReport(
        String zone,
        int year,
        String period,
        LocalDate asOf,
        KnownPosition knownAt,
        List<CapitalLine> total,
        List<CapitalLine> byZone,
        List<UnpaidInstalment> unpaid,
        List<UnclearInstalment> unclear)
        implements Report {

    private static final List<String> MONEY = List.of("zone", "item", "in the period", "to date", "currency");
    private static final List<String> FIGURES = List.of("zone", "item", "figure");
    private static final List<String> INSTALMENT = List.of("supply", "instalment", "figure");
    private static final List<String> UNPAID = List.of(
            "zone", "project", "supply", "instalment", "due on", "agreed", "unpaid", "currency", "days overdue");
    private static final List<String> UNCLEAR = List.of("zone", "project", "supply", "instalment", "due on", "reason");

    public CapitalReport {
        total = List.copyOf(total);
        byZone = List.copyOf(byZone);
        unpaid = List.copyOf(unpaid);
        unclear = List.copyOf(unclear);
    }

    @Override
    public String title() {
        return "Capital of " + zone + " for " + period;
    }

    @Override
    public List<FigureTable> figureTables() {
        return List.of(
                FigureTable.of("total", FIGURES, total.stream().flatMap(line -> figures(zone, line))),
                FigureTable.of("by zone", FIGURES, byZone.stream().flatMap(line -> figures(line.zone(), line))));
    }

    /** Those of instalments whose number the supply has more than once are not told from each other. */
    @Override
    public List<FigureTable> explainedTables() {
        Map<List<Object>, List<UnpaidInstalment>> byNumber = unpaid.stream()
                .collect(Collectors.groupingBy(
                        each -> List.of(each.supply(), each.number()), LinkedHashMap::new, Collectors.toList()));
        FigureTable instalments = FigureTable.of(
                "unpaid instalments",
                INSTALMENT,
                byNumber.values().stream()
                        .filter(ofNumber -> ofNumber.size() == 1)
                        .flatMap(ofNumber -> figures(ofNumber.getFirst())));
        return Stream.concat(figureTables().stream(), Stream.of(instalments)).toList();
    }

    @Override
    public List<Section> sections() {
        return Stream.of(
                        Section.of("total", MONEY, total.stream().map(line -> row(zone, line))),
                        Section.of("by zone", MONEY, byZone.stream().map(line -> row(line.zone(), line))),
                        Section.of("unpaid instalments", UNPAID, unpaid.stream().map(CapitalReport::row)),
                        Section.of(
                                "unclear instalments", UNCLEAR, unclear.stream().map(CapitalReport::row)))
                .filter(section -> !section.rows().isEmpty())
                .toList();
    }

    private static Stream<Row> figures(@Nullable String zone, CapitalLine line) {
        return Stream.of(
                Row.sum(line.inPeriod(), zone, line.item(), "in the period"),
                Row.sum(line.toDate(), zone, line.item(), "to date"));
    }

    private static Stream<Row> figures(UnpaidInstalment each) {
        return Stream.of(
                Row.sum(each.agreed(), each.supply(), each.number(), "agreed"),
                Row.sum(each.unpaid(), each.supply(), each.number(), "unpaid"),
                Row.days(each.daysOverdue(), each.supply(), each.number(), "days overdue"));
    }

    private static List<String> row(@Nullable String zone, CapitalLine line) {
        return Section.row(
                zone,
                line.item(),
                line.inPeriod().value(),
                line.toDate().value(),
                line.toDate().unit());
    }

    private static List<String> row(UnpaidInstalment each) {
        return Section.row(
                each.zone(),
                each.project(),
                each.supply(),
                each.number(),
                each.dueOn(),
                each.agreed().value(),
                each.unpaid().value(),
                each.unpaid().unit(),
                each.daysOverdue());
    }

    private static List<String> row(UnclearInstalment each) {
        return Section.row(each.zone(), each.project(), each.supply(), each.number(), each.dueOn(), each.reason());
    }
}
