package org.nestledger.query.report.diff;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.report.FigureValue;
import org.nestledger.query.report.KnownPosition;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.Section;

/**
 * What a report of a zone said at two moments, and what was recorded between them.
 *
 * @param report its name
 * @param period {@code YYYY}, {@code YYYY-Qn} or {@code YYYY-MM}; of a report of a day, that day
 * @param asOf the last business day that counts, the same at both moments
 * @param fromKnown the last record that counts at the earlier moment
 * @param toKnown the last record that counts at the later one
 * @param figures those that differ, in the order of the report
 * @param movements in log order: those of all entries that changed a figure, such as a rank, wherever they are; of the annual
 *     report also all of the zone and its descendants that are dated in the period
 */
public record DiffReport(
        String report,
        String zone,
        String period,
        LocalDate asOf,
        KnownPosition fromKnown,
        KnownPosition toKnown,
        List<FigureChange> figures,
        List<RecordedMovement> movements)
        implements Report {

    private static final List<String> FIGURES =
            List.of("name", "subject", "period", "before", "after", "difference", "unit", "changed by");
    private static final List<String> MOVEMENTS = List.of(
            "position",
            "type",
            "zone",
            "flow",
            "from",
            "to",
            "amount",
            "unit",
            "occurred on",
            "recorded at",
            "actor",
            "reverses");

    public DiffReport {
        figures = List.copyOf(figures);
        movements = List.copyOf(movements);
    }

    @Override
    public String title() {
        return "What changed in the report " + report + " of " + zone + " for " + period + " since position "
                + fromKnown.position();
    }

    @Override
    public KnownPosition knownAt() {
        return toKnown;
    }

    @Override
    public List<Section> sections() {
        return Stream.of(
                        Section.of("figures", FIGURES, figures.stream().map(DiffReport::row)),
                        Section.of("movements", MOVEMENTS, movements.stream().map(DiffReport::row)))
                .filter(section -> !section.rows().isEmpty())
                .toList();
    }

    private static List<String> row(FigureChange each) {
        return Section.row(
                each.measure(),
                each.subject(),
                each.period(),
                value(each.before()),
                value(each.after()),
                Section.value(each.difference()),
                unit(each),
                each.changedBy().stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }

    private static @Nullable String unit(FigureChange each) {
        FigureValue any = each.after() == null ? each.before() : each.after();
        return any == null ? null : any.unit();
    }

    private static @Nullable String value(@Nullable FigureValue value) {
        return value == null ? null : value.value();
    }

    private static List<String> row(RecordedMovement each) {
        return Section.row(
                each.position(),
                each.type(),
                each.zone(),
                each.flow(),
                each.from(),
                each.to(),
                Section.value(each.amount()),
                each.amount() == null ? null : each.amount().unit(),
                each.occurredOn(),
                each.recordedAt(),
                each.actor(),
                each.reverses());
    }
}
