package org.nestledger.query.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.zone.ZoneEvent.ZoneDesignated;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.FigureTable;
import org.nestledger.query.report.explain.Asked;
import org.nestledger.query.report.explain.Contributions;
import org.nestledger.query.report.explain.Evidence;
import org.nestledger.query.report.explain.Explained.Found;
import org.nestledger.query.report.explain.Explainer;
import org.nestledger.query.report.explain.Explanation;
import org.nestledger.query.report.explain.Recount;

/**
 * Checks that no part of the name of a figure can be another: the records of the figure do not prove it under that name, and
 * not beside the whole log, unless the report has that figure too.
 *
 * @param log all events that may contribute
 */
record AlteredNames(String report, List<FigureTable> tables, List<RecordedEvent> log) {

    private static final int OF_A_COLUMN = 4;

    /** What is free text may be anything of which there is nothing. */
    private static final Set<String> FREE = Set.of("industry", "origin", "name", "actor", "type");

    void check(Found found, FigureTable table, FigureTable.Row row) {
        Set<List<String>> names = names();
        List<String> cells = cells(table, row);
        for (int part = 0; part < cells.size(); part++) {
            for (String other : others(found, table, part, cells)) {
                List<String> altered = new ArrayList<>(cells);
                altered.set(part, other);
                if (!names.contains(altered)) {
                    assertThat(isProved(found, measure(altered)))
                            .as("%s of %s as %s".formatted(measure(cells), found.asked(), measure(altered)))
                            .isFalse();
                }
            }
        }
    }

    /** The names of all figures of the report. */
    private Set<List<String>> names() {
        return tables.stream()
                .flatMap(table -> table.rows().stream().map(row -> cells(table, row)))
                .collect(Collectors.toSet());
    }

    /**
     * What stands in that place of other names, a zone, a text that is nothing, and none. Where nothing contributes, nothing
     * contributes to the same of another part of the report either, though it has no line for it.
     */
    private Set<String> others(Found found, FigureTable table, int part, List<String> cells) {
        boolean nothing = Contributions.positions(found.explanation()).isEmpty();
        Set<String> known = names().stream()
                .filter(name -> name.size() > part)
                .map(name -> name.get(part))
                .sorted()
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> others = new LinkedHashSet<>();
        if (!nothing) {
            known.stream().limit(OF_A_COLUMN).forEach(others::add);
        }
        boolean free = part > 0 && FREE.contains(table.keys().get(part - 1));
        if (!nothing || !free) {
            zones(found.asked().subject(), nothing).stream().limit(OF_A_COLUMN).forEach(others::add);
            others.add("anything");
            others.add("");
        }
        if (nothing) {
            others.removeAll(known);
            others.removeIf(other ->
                    other.isEmpty() && part > 0 && table.keys().get(part - 1).equals("year"));
        }
        others.remove(cells.get(part));
        return others;
    }

    private List<String> zones(String subject, boolean outside) {
        return log.stream()
                .flatMap(recorded -> recorded.payload() instanceof ZoneDesignated zone
                        ? Stream.of(zone)
                        : Stream.<ZoneDesignated>of())
                .filter(zone -> !outside
                        || (!zone.zone().equals(subject) && !zone.ancestors().contains(subject)))
                .map(ZoneDesignated::zone)
                .sorted()
                .toList();
    }

    private static List<String> cells(FigureTable table, FigureTable.Row row) {
        return Stream.concat(Stream.of(table.name()), row.name().stream()).toList();
    }

    String measure(List<String> cells) {
        return Stream.concat(Stream.of(report), cells.stream())
                .map(cell -> cell.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining("/"));
    }

    private boolean isProved(Found found, String measure) {
        Set<Long> positions = Contributions.positions(found.explanation());
        List<RecordedEvent> alone = log.stream()
                .filter(recorded -> positions.contains(recorded.position()))
                .toList();
        return isProved(found, measure, alone) && isProved(found, measure, log);
    }

    private static boolean isProved(Found found, String measure, List<RecordedEvent> records) {
        Asked own = found.asked();
        Asked asked = new Asked(measure, own.subject(), own.period(), own.unit(), own.asOf(), own.knownAt());
        Figure figure = Recount.figure(found.explanation());
        Figure claimed =
                new Figure(measure, figure.subject(), figure.period(), figure.value(), figure.unit(), figure.ratio());
        Optional<Explanation> explanation =
                Explainer.explain(asked, Evidence.of(records, asked.asOf(), asked.knownAt()));
        return explanation.isPresent()
                && Recount.figure(explanation.get()).equals(claimed)
                && Contributions.positions(explanation.get()).equals(Contributions.positions(found.explanation()));
    }
}
