package org.nestledger.query.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.report.FigureTable.Row;
import org.nestledger.query.report.Measure.FewestDays;
import org.nestledger.query.report.Measure.Total;

/** The tables of an annual report, which all but the targets have the same columns. */
final class AnnualSections {

    private static final List<String> KEYS = List.of("name", "subject", "period");

    private static final List<String> TARGETS =
            List.of("name", "subject", "period", "value", "unit", "reached", "reached unit");

    private final AnnualReport report;
    private final String zone;
    private final String period;

    AnnualSections(AnnualReport report) {
        this.report = report;
        this.zone = report.zone();
        this.period = report.period();
    }

    List<Section> all() {
        FrozenFigures frozen = report.frozen();
        return Stream.of(
                        figures().stream().map(FigureTable::section),
                        Stream.of(Section.of(
                                "targets", TARGETS, report.targets().stream().map(this::target))),
                        frozen == null ? Stream.<Section>of() : FrozenSections.of(frozen))
                .flatMap(sections -> sections)
                .filter(section -> !section.rows().isEmpty())
                .toList();
    }

    List<FigureTable> figures() {
        return List.of(
                table("figures", report.figures().stream().map(AnnualSections::figure)),
                table("by industry", breakdown(report.byIndustry())),
                table("by origin", breakdown(report.byOrigin())),
                table("by month", breakdown(report.byMonth())).byMonthOf(period),
                table(
                        "balances",
                        report.balances().stream()
                                .map(each -> Row.sum(each.balance(), each.account(), zone, each.quotaYear()))),
                table("flows", report.flows().stream().map(each -> ofPeriod(each.flow(), each.amount()))),
                table("pipeline", report.pipeline().stream().map(this::stage)));
    }

    private static FigureTable table(String name, Stream<Row> rows) {
        return FigureTable.withRatios(name, KEYS, rows);
    }

    /** Another project may be the fastest in another period; what it took is the same figure. */
    private static Row figure(Figure figure) {
        Quantity quantity = new Quantity(figure.value(), figure.unit());
        Optional<Measure> measure = Measures.find(figure.measure());
        boolean sum = measure.filter(own -> own.computation() instanceof Total).isPresent();
        boolean ofProjects = measure.or(() -> Place.measure(figure.measure()))
                .filter(own -> own.computation() instanceof FewestDays)
                .isPresent();
        List<String> key = Section.row(figure.measure(), figure.subject(), figure.period());
        List<String> same = Section.row(figure.measure(), ofProjects ? null : figure.subject(), null);
        return new Row(key, same, quantity, figure.ratio(), sum);
    }

    private Stream<Row> breakdown(List<Breakdown> parts) {
        return parts.stream().flatMap(part -> {
            String key = part.key() == null ? "unknown" : part.key();
            return Stream.concat(Stream.of(count(part.introduced())), part.planned().stream())
                    .map(each -> Row.sum(each, key, zone, period).foundBy(part.key(), zone, null));
        });
    }

    private Row stage(StageCount stage) {
        return Row.sum(count(stage.projects()), stage.stage().name().toLowerCase(Locale.ROOT), zone, null);
    }

    private Row ofPeriod(String name, Quantity amount) {
        return Row.sum(amount, name, zone, period).foundBy(name, zone, null);
    }

    private static Quantity count(long count) {
        return Quantity.of(BigDecimal.valueOf(count), Movement.COUNT);
    }

    private List<String> target(TargetResult target) {
        return Section.row(
                target.measure(),
                zone,
                target.year(),
                target.target().value(),
                target.target().unit(),
                Section.value(target.reached()),
                Section.unit(target.reached()));
    }
}
