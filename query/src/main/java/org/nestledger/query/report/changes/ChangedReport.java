package org.nestledger.query.report.changes;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.report.FigureTable;
import org.nestledger.query.report.FigureValue;
import org.nestledger.query.report.KnownPosition;
import org.nestledger.query.report.Ratio;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.Section;

/**
 * A report of a period with each of its figures beside the same one of the period before and of the year before. In JSON its
 * own members stay where they are.
 *
 * @param before of the same length, ends where the report's period begins
 * @param yearBefore the same period of the year before
 * @param changes of every figure, in the order of the report's sections
 */
public record ChangedReport<R extends Report>(
        @JsonUnwrapped R report, EarlierPeriod before, EarlierPeriod yearBefore, List<Change> changes)
        implements Report {

    public ChangedReport {
        changes = List.copyOf(changes);
    }

    /**
     * Holds a report against the same one of two earlier periods.
     *
     * @param before of the period of this text
     * @param yearBefore of the period of that text
     */
    public static <R extends Report> ChangedReport<R> of(
            R report, String beforePeriod, R before, String yearBeforePeriod, R yearBefore) {
        List<FigureTable> now = report.figureTables();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            changes.addAll(Comparing.of(
                    now.get(i),
                    before.figureTables().get(i),
                    yearBefore.figureTables().get(i)));
        }
        return new ChangedReport<>(
                report,
                EarlierPeriod.of(beforePeriod, before),
                EarlierPeriod.of(yearBeforePeriod, yearBefore),
                changes);
    }

    @Override
    public ChangedReport<Report> unnamed() {
        return new ChangedReport<>(report.unnamed(), before, yearBefore, changes);
    }

    @Override
    public String title() {
        return report.title() + ", beside " + text(before) + " and the year before, " + text(yearBefore);
    }

    @Override
    public LocalDate asOf() {
        return report.asOf();
    }

    @Override
    public KnownPosition knownAt() {
        return report.knownAt();
    }

    /** The figures with their changes, then what is no figure of a period. */
    @Override
    public List<Section> sections() {
        List<FigureTable> tables = report.figureTables();
        Set<String> compared = tables.stream().map(FigureTable::name).collect(Collectors.toSet());
        List<Section> sections = new ArrayList<>();
        tables.forEach(table -> sections.add(section(table)));
        report.sections().stream()
                .filter(section -> !compared.contains(section.name()))
                .forEach(sections::add);
        return sections.stream().filter(section -> !section.rows().isEmpty()).toList();
    }

    private static String text(EarlierPeriod earlier) {
        return earlier.period() + " (as of " + earlier.asOf() + ")";
    }

    private Section section(FigureTable table) {
        List<String> columns = new ArrayList<>(table.keys());
        columns.addAll(with(table, "value", "unit", "ratio"));
        for (String period : List.of("before", "year before")) {
            columns.addAll(with(table, period, "change from " + period, period + " ratio"));
            if (table.ratios()) {
                columns.add("change from " + period + " ratio");
            }
        }
        return Section.of(
                table.name(),
                columns,
                changes.stream()
                        .filter(change -> change.section().equals(table.name()))
                        .map(change -> row(change, table.ratios())));
    }

    private static List<String> with(FigureTable table, String first, String second, String ratio) {
        return table.ratios() ? List.of(first, second, ratio) : List.of(first, second);
    }

    private static List<String> row(Change change, boolean ratios) {
        List<String> cells = new ArrayList<>(change.key().values());
        cells.addAll(Section.row(change.value(), change.unit()));
        add(cells, ratios, change.ratio());
        for (Earlier earlier : new Earlier[] {change.before(), change.yearBefore()}) {
            FigureValue difference = earlier == null ? null : earlier.difference();
            cells.addAll(Section.row(
                    earlier == null ? null : earlier.value(), difference == null ? null : difference.value()));
            add(cells, ratios, earlier == null ? null : earlier.ratio());
            add(cells, ratios, difference == null ? null : difference.ratio());
        }
        return cells;
    }

    private static void add(List<String> cells, boolean ratios, @Nullable Ratio ratio) {
        if (ratios) {
            cells.addAll(Section.row(Section.ratio(ratio)));
        }
    }
}
