package org.nestledger.query.report.durations;

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
 * The calendar days from application to grant, both included, of the permits of a zone that were granted in a period and
 * stand, rolled up over its descendants.
 *
 * @param year that the period lies in
 * @param period {@code 2023}, {@code 2023-Q3} or {@code 2023-07}
 * @param byKind each kind: all, by delegated powers, by external authorities
 * @param byGrantor each power and each authority
 * @param fourCertificates the projects whose last of the four was granted in the period: from the first application not
 *     refused to that grant; absent when there are none
 */
public record PermitDurationsReport(
        String zone,
        int year,
        String period,
        LocalDate asOf,
        KnownPosition knownAt,
        List<PermitSpread> byKind,
        List<PermitSpread> byGrantor,
        @Nullable Spread fourCertificates)
        implements Report {

    private static final List<String> KEYS = List.of("kind", "granted by", "name", "item");
    private static final List<String> SPREAD =
            List.of("kind", "granted by", "name", "count", "median", "p90", "fewest", "unit", "fastest");

    public PermitDurationsReport {
        byKind = List.copyOf(byKind);
        byGrantor = List.copyOf(byGrantor);
    }

    @Override
    public String title() {
        return "Permit durations of " + zone + " in " + period;
    }

    @Override
    public List<FigureTable> figureTables() {
        return List.of(
                FigureTable.of("by kind", KEYS, byKind.stream().flatMap(PermitDurationsReport::figures)),
                FigureTable.of("by grantor", KEYS, byGrantor.stream().flatMap(PermitDurationsReport::figures)),
                FigureTable.of(
                        "four certificates", KEYS, certificates().flatMap(days -> figures(days, "FOUR", "", ""))));
    }

    @Override
    public List<Section> sections() {
        return Stream.of(
                        Section.of("by kind", SPREAD, byKind.stream().map(PermitDurationsReport::row)),
                        Section.of("by grantor", SPREAD, byGrantor.stream().map(PermitDurationsReport::row)),
                        Section.of("four certificates", SPREAD, certificates().map(days -> row(days, "FOUR", "", ""))))
                .filter(section -> !section.rows().isEmpty())
                .toList();
    }

    private Stream<Spread> certificates() {
        return Stream.ofNullable(fourCertificates);
    }

    private static Stream<Row> figures(PermitSpread each) {
        return figures(each.days(), each.kind(), each.grantedBy(), each.name());
    }

    private static Stream<Row> figures(Spread days, Object kind, Object by, String name) {
        return Stream.of(
                Row.count(days.count(), kind, by, name, "count"),
                Row.single(days.median(), null, kind, by, name, "median"),
                Row.single(days.p90(), null, kind, by, name, "p90"),
                Row.single(days.fewest(), null, kind, by, name, "fewest"));
    }

    private static List<String> row(PermitSpread each) {
        return row(each.days(), each.kind(), each.grantedBy(), each.name());
    }

    private static List<String> row(Spread days, Object kind, Object by, String name) {
        return Section.row(
                kind,
                by,
                name,
                days.count(),
                days.median().value(),
                days.p90().value(),
                days.fewest().value(),
                days.fewest().unit(),
                String.join(" ", days.fastest()));
    }
}
