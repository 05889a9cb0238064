package org.nestledger.query.report.land;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.report.FigureTable;
import org.nestledger.query.report.FigureTable.Row;
import org.nestledger.query.report.KnownPosition;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.Section;

/**
 * The land and construction accounts of a zone in a period, rolled up over its descendants.
 *
 * @param year that the period lies in
 * @param period {@code 2023}, {@code 2023-Q3} or {@code 2023-07}
 * @param total of the zone and its descendants
 * @param byZone the own books of each of them that has any
 */
public record LandReport(
        String zone,
        int year,
        String period,
        LocalDate asOf,
        KnownPosition knownAt,
        List<LandLine> total,
        List<LandLine> byZone)
        implements Report {

    private static final List<String> KEYS = List.of("zone", "account", "item");

    public LandReport {
        total = List.copyOf(total);
        byZone = List.copyOf(byZone);
    }

    @Override
    public String title() {
        return "Land of " + zone + " in " + period;
    }

    @Override
    public List<FigureTable> figureTables() {
        return List.of(
                FigureTable.of("total", KEYS, total.stream().flatMap(line -> rows(zone, line))),
                FigureTable.of("by zone", KEYS, byZone.stream().flatMap(line -> rows(line.zone(), line))));
    }

    @Override
    public List<Section> sections() {
        return FigureTable.sections(figureTables());
    }

    private static Stream<Row> rows(@Nullable String zone, LandLine line) {
        return Stream.of(
                        Stream.of(Row.sum(line.opening(), zone, line.account(), "opening")),
                        line.flows().stream().map(flow -> Row.sum(flow.amount(), zone, line.account(), flow.flow())),
                        Stream.of(Row.sum(line.closing(), zone, line.account(), "closing")))
                .flatMap(rows -> rows);
    }
}
