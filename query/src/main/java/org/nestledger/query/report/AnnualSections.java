package org.nestledger.query.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Quantity;

/** The tables of an annual report, which all but the targets have the same columns. */
final class AnnualSections {

    private static final List<String> COLUMNS = List.of("name", "subject", "period", "value", "unit", "ratio");

    private static final List<String> TARGETS = List.of("name", "subject", "period", "value", "unit", "reached");

    private final AnnualReport report;
    private final String zone;
    private final String period;

    AnnualSections(AnnualReport report) {
        this.report = report;
        this.zone = report.zone();
        this.period = report.period();
    }

    List<Section> all() {
        return Stream.of(
                        section("figures", report.figures().stream().map(AnnualSections::figure)),
                        section("by industry", breakdown(report.byIndustry())),
                        section("by origin", breakdown(report.byOrigin())),
                        section("by month", breakdown(report.byMonth())),
                        section(
                                "balances",
                                report.balances().stream()
                                        .map(each -> quantity(each.account(), each.quotaYear(), each.balance()))),
                        section(
                                "flows",
                                report.flows().stream().map(each -> quantity(each.flow(), period, each.amount()))),
                        section("pipeline", report.pipeline().stream().map(this::stage)),
                        Section.of("targets", TARGETS, report.targets().stream().map(this::target)))
                .filter(section -> !section.rows().isEmpty())
                .toList();
    }

    private static Section section(String name, Stream<List<String>> rows) {
        return Section.of(name, COLUMNS, rows);
    }

    private static List<String> figure(Figure figure) {
        return Section.row(
                figure.measure(),
                figure.subject(),
                figure.period(),
                figure.value(),
                figure.unit(),
                Section.ratio(figure.ratio()));
    }

    private Stream<List<String>> breakdown(List<Breakdown> parts) {
        return parts.stream().flatMap(part -> {
            String key = part.key() == null ? "unknown" : part.key();
            return Stream.concat(
                    Stream.of(count(key, period, part.introduced())),
                    part.planned().stream().map(planned -> quantity(key, period, planned)));
        });
    }

    private List<String> target(TargetResult target) {
        return Section.row(
                target.measure(),
                zone,
                target.year(),
                target.target().value(),
                target.target().unit(),
                Section.value(target.reached()));
    }

    private List<String> stage(StageCount stage) {
        return count(stage.stage().name().toLowerCase(Locale.ROOT), null, stage.projects());
    }

    private List<String> count(String name, @Nullable String period, long count) {
        return Section.row(name, zone, period, count, "count", null);
    }

    private List<String> quantity(String name, @Nullable Object period, Quantity quantity) {
        return Section.row(name, zone, period, quantity.value(), quantity.unit(), null);
    }
}
