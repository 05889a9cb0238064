package org.nestledger.query.report.quota;

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
 * The quota of a zone in a period, by quota year, rolled up over its descendants.
 *
 * @param year that the period lies in
 * @param period {@code 2023}, {@code 2023-Q3} or {@code 2023-07}
 * @param total of the zone and its descendants
 * @param byZone the own quota of each of them that has any
 * @param expiring what is left of the years that end with this one or have ended, zone by zone
 */
public record QuotaReport(
        String zone,
        int year,
        String period,
        LocalDate asOf,
        KnownPosition knownAt,
        List<QuotaLine> total,
        List<QuotaLine> byZone,
        List<ExpiringQuota> expiring)
        implements Report {

    private static final List<String> KEYS = List.of("zone", "quota year", "item");
    private static final List<String> LINES = List.of(
            "zone",
            "quota year",
            "opening",
            "granted",
            "allocated",
            "used",
            "lapsed",
            "revoked",
            "available",
            "used to date",
            "unit");
    private static final List<String> FIGURES = List.of("zone", "quota year", "figure");
    private static final List<String> EXPIRING =
            List.of("zone", "quota year", "ends on", "status", "days left", "available", "unit");

    public QuotaReport {
        total = List.copyOf(total);
        byZone = List.copyOf(byZone);
        expiring = List.copyOf(expiring);
    }

    @Override
    public String title() {
        return "Quota of " + zone + " in " + period;
    }

    @Override
    public List<FigureTable> figureTables() {
        return List.of(
                FigureTable.of("total", KEYS, total.stream().flatMap(line -> figures(zone, line))),
                FigureTable.of("by zone", KEYS, byZone.stream().flatMap(line -> figures(line.zone(), line))));
    }

    @Override
    public List<FigureTable> explainedTables() {
        FigureTable left = FigureTable.of("expiring", FIGURES, expiring.stream().flatMap(QuotaReport::figures));
        return Stream.concat(figureTables().stream(), Stream.of(left)).toList();
    }

    @Override
    public List<Section> sections() {
        return Stream.of(
                        Section.of("total", LINES, total.stream().map(line -> row(zone, line))),
                        Section.of("by zone", LINES, byZone.stream().map(line -> row(line.zone(), line))),
                        Section.of("expiring", EXPIRING, expiring.stream().map(QuotaReport::row)))
                .filter(section -> !section.rows().isEmpty())
                .toList();
    }

    private static Stream<Row> figures(@Nullable String zone, QuotaLine line) {
        int year = line.quotaYear();
        return Stream.of(
                Row.sum(line.opening(), zone, year, "opening"),
                Row.sum(line.granted(), zone, year, "granted"),
                Row.sum(line.allocated(), zone, year, "allocated"),
                Row.sum(line.used(), zone, year, "used"),
                Row.sum(line.lapsed(), zone, year, "lapsed"),
                Row.sum(line.revoked(), zone, year, "revoked"),
                Row.sum(line.available(), zone, year, "available"),
                Row.sum(line.usedToDate(), zone, year, "used to date"));
    }

    private static Stream<Row> figures(ExpiringQuota each) {
        return Stream.of(
                Row.sum(each.available(), each.zone(), each.quotaYear(), "available"),
                Row.days(each.daysLeft(), each.zone(), each.quotaYear(), "days left"));
    }

    private static List<String> row(@Nullable String zone, QuotaLine line) {
        return Section.row(
                zone,
                line.quotaYear(),
                line.opening().value(),
                line.granted().value(),
                line.allocated().value(),
                line.used().value(),
                line.lapsed().value(),
                line.revoked().value(),
                line.available().value(),
                line.usedToDate().value(),
                line.available().unit());
    }

    private static List<String> row(ExpiringQuota each) {
        return Section.row(
                each.zone(),
                each.quotaYear(),
                each.endsOn(),
                each.status(),
                each.daysLeft(),
                each.available().value(),
                each.available().unit());
    }
}
