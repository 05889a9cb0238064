package org.nestledger.query.report.explain;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.FigureTable;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.ReportMaker;
import org.nestledger.query.report.ReportSources;
import org.nestledger.query.report.Reports;
import org.nestledger.query.report.Scope;
import org.nestledger.query.report.explain.Explained.Ambiguous;
import org.nestledger.query.report.explain.Explained.NoFigure;
import org.nestledger.query.report.explain.Explained.Several;

/** Says of any figure in the tables of a report what it is made of. */
public final class TableExplanations {

    private final Reports reports;

    public TableExplanations(Reports reports) {
        this.reports = reports;
    }

    /** The names of the reports whose tables explain themselves; the first table of the annual report by measures instead. */
    public static Set<String> ofReports() {
        return Definitions.reports();
    }

    /**
     * Which figure of a report.
     *
     * @param report by its name
     * @param figure its table and key, joined by slashes: {@code total/zhaoqing/land:serviced/SUPPLY}; as many of the parts,
     *     in order, as tell it from others are enough, and so is the name that its explanation has
     * @param unit not needed unless there is one for each currency
     * @param period absent for a report of a day
     * @param asOf the last business day that counts; the end of the period when absent, of a report of a day the zone's own
     *     day of the last record that counts
     */
    public record Question(
            String report,
            String zone,
            @Nullable StatedPeriod period,
            String figure,
            @Nullable String unit,
            @Nullable LocalDate asOf,
            KnownAt knownAt) {}

    /**
     * A figure with all parts of its name.
     *
     * @param shown as it stands in the report, where what has no name is called unknown
     */
    private record Named(TableFigure name, TableFigure shown, FigureTable.Row row) {

        /** The name without its report, as a question may give it. */
        String text() {
            return name.measure().substring(name.report().length() + 1);
        }

        /** Whether these are parts of the name or of what is shown, in that order. */
        boolean has(List<String> parts) {
            return has(name, parts) || has(shown, parts);
        }

        private static boolean has(TableFigure figure, List<String> parts) {
            Iterator<String> wanted = parts.iterator();
            String next = wanted.next();
            for (String cell : figure.cells()) {
                if (cell.equals(next)) {
                    if (!wanted.hasNext()) {
                        return true;
                    }
                    next = wanted.next();
                }
            }
            return false;
        }
    }

    /** @param maker of the report */
    public Answer<Explained> explain(Question question, ReportMaker<? extends Report> maker) {
        Function<ReportSources, Explained> explaining =
                sources -> explained(question, TableFigures.explained(question.report(), maker.make(sources)), sources);
        return question.period() == null
                ? reports.aboutDay(question.zone(), question.asOf(), question.knownAt(), explaining)
                : reports.about(question.zone(), question.period(), question.asOf(), question.knownAt(), explaining);
    }

    private static Explained explained(Question question, List<FigureTable> tables, ReportSources sources) {
        List<Named> fitting = fitting(question, tables);
        List<String> names = fitting.stream().map(Named::text).distinct().toList();
        if (names.isEmpty()) {
            return new NoFigure(none(question, tables, sources.scope()));
        }
        if (names.size() > 1) {
            return new Ambiguous(names);
        }
        return fitting.size() > 1
                ? new Several(
                        "unit",
                        fitting.stream()
                                .map(each -> each.row().quantity().unit())
                                .toList())
                : explained(fitting.getFirst(), sources);
    }

    /** Those that are named wholly, with or without the report, or else those that have the parts. */
    private static List<Named> fitting(Question question, List<FigureTable> tables) {
        List<String> parts = TableFigure.of(question.report() + "/" + question.figure())
                .map(TableFigure::cells)
                .orElseThrow();
        List<Named> all = tables.stream()
                .flatMap(table -> table.rows().stream().map(row -> named(question.report(), table, row)))
                .filter(each -> Optional.ofNullable(question.unit())
                        .map(each.row().quantity().unit()::equals)
                        .orElse(true))
                .toList();
        List<Named> whole = all.stream()
                .filter(each -> each.name().cells().equals(parts)
                        || each.name().measure().equals(question.figure()))
                .toList();
        return whole.isEmpty() ? all.stream().filter(each -> each.has(parts)).toList() : whole;
    }

    private static Named named(String report, FigureTable table, FigureTable.Row row) {
        return new Named(
                TableFigures.named(report, table, row.name()), TableFigures.named(report, table, row.key()), row);
    }

    private static String none(Question question, List<FigureTable> tables, Scope scope) {
        String there = tables.stream()
                .filter(table -> !table.rows().isEmpty())
                .map(table -> Stream.concat(Stream.of(table.name()), table.keys().stream())
                        .collect(Collectors.joining("/")))
                .collect(Collectors.joining(", or "));
        return "The report %s of %s %s has no figure %s%s; it has %s."
                .formatted(
                        question.report(),
                        question.zone(),
                        question.period() == null
                                ? "as of " + scope.asOf()
                                : "for " + question.period().text(),
                        question.figure(),
                        question.unit() == null ? "" : " in " + question.unit(),
                        there.isEmpty() ? "none" : there);
    }

    private static Explained explained(Named named, ReportSources sources) {
        Scope scope = sources.scope();
        Figure figure = TableFigures.figure(named.name(), named.row(), scope);
        return Explaining.of(figure, Asked.of(figure, scope.stated(), scope.asOf(), scope.knownAt()), sources);
    }
}
