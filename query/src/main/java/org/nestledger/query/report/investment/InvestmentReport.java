package org.nestledger.query.report.investment;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.nestledger.query.report.FigureTable;
import org.nestledger.query.report.FigureTable.Row;
import org.nestledger.query.report.KnownPosition;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.Section;

/**
 * The investment of a zone in a period, rolled up over its descendants. Currencies are never added up.
 *
 * @param year that the period lies in
 * @param period {@code 2023}, {@code 2023-Q3} or {@code 2023-07}
 * @param total one part without a key, or none
 */
public record InvestmentReport(
        String zone,
        int year,
        String period,
        LocalDate asOf,
        KnownPosition knownAt,
        List<InvestmentPart> total,
        List<InvestmentPart> byIndustry,
        List<InvestmentPart> byOrigin,
        List<InvestmentPart> byMonth,
        List<PerMu> perMu)
        implements Report {

    private static final List<String> PER_MU =
            List.of("item", "projects", "investment", "currency", "land", "unit", "per mu", "ratio");

    public InvestmentReport {
        total = List.copyOf(total);
        byIndustry = List.copyOf(byIndustry);
        byOrigin = List.copyOf(byOrigin);
        byMonth = List.copyOf(byMonth);
        perMu = List.copyOf(perMu);
    }

    @Override
    public String title() {
        return "Investment in " + zone + " in " + period;
    }

    @Override
    public List<FigureTable> figureTables() {
        return List.of(
                FigureTable.of("total", List.of("zone", "item"), total.stream().flatMap(part -> rows(zone, part))),
                parts("by industry", "industry", byIndustry),
                parts("by origin", "origin", byOrigin),
                parts("by month", "month", byMonth).byMonthOf(period),
                FigureTable.withRatios(
                        "per mu",
                        List.of("item"),
                        perMu.stream().map(each -> Row.single(each.perMu(), each.ratio(), each.item()))));
    }

    @Override
    public List<Section> sections() {
        List<FigureTable> tables = figureTables();
        return Stream.concat(
                        tables.stream().limit(tables.size() - 1L).map(FigureTable::section),
                        Stream.of(Section.of("per mu", PER_MU, perMu.stream().map(InvestmentReport::row))))
                .filter(section -> !section.rows().isEmpty())
                .toList();
    }

    private static FigureTable parts(String name, String key, List<InvestmentPart> parts) {
        return FigureTable.of(
                name,
                List.of(key, "item"),
                parts.stream()
                        .flatMap(part -> rows(part.key() == null ? "unknown" : part.key(), part)
                                .map(row -> row.foundBy(part.key(), row.key().getLast()))));
    }

    private static Stream<Row> rows(String key, InvestmentPart part) {
        return Stream.concat(
                part.planned().stream().map(each -> Row.sum(each, key, "planned")),
                part.made().stream().map(each -> Row.sum(each, key, "made")));
    }

    private static List<String> row(PerMu each) {
        return Section.row(
                each.item(),
                each.projects(),
                each.investment().value(),
                each.investment().unit(),
                each.land().value(),
                each.land().unit(),
                each.perMu().value(),
                Section.ratio(each.ratio()));
    }
}
