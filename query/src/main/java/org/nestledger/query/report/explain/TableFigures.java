package org.nestledger.query.report.explain;

import java.util.List;
import java.util.stream.Stream;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.FigureTable;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.Scope;

/** The figures in the tables of a report that explain themselves, each with its whole name as its measure. */
public final class TableFigures {

    private TableFigures() {}

    /**
     * One of them.
     *
     * @param sum whether it is zero where there is none
     */
    public record Shown(Figure figure, boolean sum) {}

    /**
     * All of a report, in its order.
     *
     * @param name the report's
     * @param scope what it was made of
     */
    public static List<Shown> of(String name, Report report, Scope scope) {
        return explained(name, report).stream()
                .flatMap(table -> table.rows().stream()
                        .map(row -> new Shown(figure(named(name, table, row.name()), row, scope), row.sum())))
                .toList();
    }

    /** The tables whose figures are named by their keys. */
    static List<FigureTable> explained(String name, Report report) {
        return report.explainedTables().stream()
                .filter(table -> table.rows().stream()
                        .map(row -> named(name, table, row.name()))
                        .allMatch(figure -> Definitions.of(figure.measure()).isPresent()))
                .toList();
    }

    static TableFigure named(String report, FigureTable table, List<String> key) {
        return new TableFigure(
                report, Stream.concat(Stream.of(table.name()), key.stream()).toList());
    }

    static Figure figure(TableFigure named, FigureTable.Row row, Scope scope) {
        return new Figure(
                named.measure(),
                scope.zone(),
                scope.stated().text(),
                row.quantity().value(),
                row.quantity().unit(),
                row.ratio());
    }
}
