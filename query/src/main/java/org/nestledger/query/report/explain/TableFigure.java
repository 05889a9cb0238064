package org.nestledger.query.report.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which figure in the tables of a report.
 *
 * @param report by its name, such as {@code land}
 * @param cells the table and the figure's key in it: {@code total}, {@code zhaoqing}, {@code land:serviced}, {@code SUPPLY}
 */
record TableFigure(String report, List<String> cells) {

    private static final String BETWEEN = "/";

    TableFigure {
        cells = List.copyOf(cells);
    }

    /** The table that it stands in. */
    String table() {
        return cells.isEmpty() ? "" : cells.getFirst();
    }

    /**
     * Its name among the measures, {@code land/total/zhaoqing/land:serviced/SUPPLY}. A slash within a cell is written as in
     * a JSON pointer (RFC 6901).
     */
    String measure() {
        return Stream.concat(Stream.of(report), cells.stream())
                .map(cell -> cell.replace("~", "~0").replace(BETWEEN, "~1"))
                .collect(Collectors.joining(BETWEEN));
    }

    /** The figure of such a name; none of that of a figure of the annual report, which has no slashes. */
    static Optional<TableFigure> of(String measure) {
        List<String> parts = Arrays.stream(measure.split(BETWEEN, -1))
                .map(part -> part.replace("~1", BETWEEN).replace("~0", "~"))
                .toList();
        return parts.size() == 1
                ? Optional.empty()
                : Optional.of(new TableFigure(parts.getFirst(), parts.subList(1, parts.size())));
    }
}
