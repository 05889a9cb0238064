package org.nestledger.api.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.report.AnnualReport;
import org.nestledger.query.report.Breakdown;
import org.nestledger.query.report.Figure;

/**
 * One line of a report that is printed as a table; what does not apply is empty.
 *
 * @param section which part of the report it is in
 */
record ReportRow(String section, String name, String subject, String period, String value, String unit, String ratio) {

    static List<ReportRow> of(AnnualReport report) {
        String zone = report.zone();
        String year = Integer.toString(report.year());
        return Stream.of(
                        report.figures().stream().map(ReportRow::figure),
                        report.byIndustry().stream().flatMap(part -> breakdown("by industry", zone, year, part)),
                        report.byOrigin().stream().flatMap(part -> breakdown("by origin", zone, year, part)),
                        report.byMonth().stream().flatMap(part -> breakdown("by month", zone, year, part)),
                        report.balances().stream()
                                .map(balance -> quantity(
                                        "balances",
                                        balance.account(),
                                        zone,
                                        text(balance.quotaYear()),
                                        balance.balance())),
                        report.flows().stream().map(flow -> quantity("flows", flow.flow(), zone, year, flow.amount())),
                        report.pipeline().stream()
                                .map(stage -> new ReportRow(
                                        "pipeline",
                                        stage.stage().name().toLowerCase(Locale.ROOT),
                                        zone,
                                        "",
                                        Long.toString(stage.projects()),
                                        "count",
                                        "")),
                        report.targets().stream()
                                .map(target -> quantity(
                                        "targets",
                                        target.measure(),
                                        zone,
                                        Integer.toString(target.year()),
                                        target.target())))
                .flatMap(rows -> rows)
                .toList();
    }

    private static ReportRow figure(Figure figure) {
        String ratio = figure.ratio() == null
                ? ""
                : figure.ratio().numerator() + "/" + figure.ratio().denominator();
        return new ReportRow(
                "figures",
                figure.measure(),
                figure.subject(),
                text(figure.period()),
                figure.value(),
                figure.unit(),
                ratio);
    }

    private static Stream<ReportRow> breakdown(String section, String zone, String year, Breakdown part) {
        String key = part.key() == null ? "unknown" : part.key();
        return Stream.concat(
                Stream.of(new ReportRow(section, key, zone, year, Long.toString(part.introduced()), "count", "")),
                part.planned().stream().map(planned -> quantity(section, key, zone, year, planned)));
    }

    private static ReportRow quantity(String section, String name, String subject, String period, Quantity quantity) {
        return new ReportRow(section, name, subject, period, quantity.value(), quantity.unit(), "");
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
