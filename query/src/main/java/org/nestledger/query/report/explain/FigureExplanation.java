package org.nestledger.query.report.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.journal.Place;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.KnownPosition;
import org.nestledger.query.report.Ratio;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.ReportPeriod;
import org.nestledger.query.report.Section;

/**
 * A figure of a report with all that it is made of.
 *
 * @param asOf the last business day that counts
 * @param formula in words
 * @param entries what contributes, each once; computing the formula from them gives the value
 * @param basis the events that say why the entries count: designations of zones, introductions, moves and descriptions of
 *     projects, reversals
 * @param parts the figures that this one is computed from, with their own entries; empty for one that is computed from
 *     entries
 */
public record FigureExplanation(
        String measure,
        String subject,
        String period,
        String value,
        String unit,
        @Nullable Ratio ratio,
        LocalDate asOf,
        KnownPosition knownAt,
        String formula,
        List<Entry> entries,
        List<Entry> basis,
        List<Part> parts)
        implements Report {

    private static final List<String> PARTS = List.of("part", "measure", "subject", "value", "unit", "ratio");

    private static final List<String> COLUMNS =
            List.of("position", "occurred on", "type", "flow", "from", "to", "amount", "unit", "entity", "event");

    /**
     * A figure that another one is computed from.
     *
     * @param name what it is in the formula, such as {@code numerator}
     */
    public record Part(
            String name,
            String measure,
            String subject,
            String value,
            String unit,
            @Nullable Ratio ratio,
            String formula,
            List<Entry> entries,
            List<Part> parts) {

        private static Part of(Explanation.Part part) {
            Explanation explained = part.explanation();
            Figure figure = Recount.figure(explained);
            return new Part(
                    part.name(),
                    figure.measure(),
                    figure.subject(),
                    figure.value(),
                    figure.unit(),
                    figure.ratio(),
                    explained.head().formula(),
                    explained.entries(),
                    explained.parts().stream().map(Part::of).toList());
        }

        private Part without(Predicate<Entry> hidden) {
            return new Part(
                    name,
                    measure,
                    subject,
                    value,
                    unit,
                    ratio,
                    formula,
                    rest(entries, hidden),
                    parts.stream().map(part -> part.without(hidden)).toList());
        }
    }

    public FigureExplanation {
        entries = List.copyOf(entries);
        basis = List.copyOf(basis);
        parts = List.copyOf(parts);
    }

    static FigureExplanation of(Explanation explained, LocalDate asOf, KnownPosition knownAt) {
        Figure figure = Recount.figure(explained);
        return new FigureExplanation(
                figure.measure(),
                figure.subject(),
                explained.head().period(),
                figure.value(),
                figure.unit(),
                figure.ratio(),
                asOf,
                knownAt,
                explained.head().formula(),
                explained.entries(),
                explained.basis(),
                explained.parts().stream().map(Part::of).toList());
    }

    /** Where all that it lists stands in the log. What it is made of lists nothing that it does not list itself. */
    public Set<Long> positions() {
        return Stream.concat(entries.stream(), basis.stream())
                .map(Entry::position)
                .collect(Collectors.toSet());
    }

    /** The same without some of what it lists; what follows from that stays as it is. */
    public FigureExplanation without(Predicate<Entry> hidden) {
        return new FigureExplanation(
                measure,
                subject,
                period,
                value,
                unit,
                ratio,
                asOf,
                knownAt,
                formula,
                rest(entries, hidden),
                rest(basis, hidden),
                parts.stream().map(part -> part.without(hidden)).toList());
    }

    private static List<Entry> rest(List<Entry> all, Predicate<Entry> hidden) {
        return all.stream().filter(hidden.negate()).toList();
    }

    @Override
    public String title() {
        return measure + " of " + subject + " " + ReportPeriod.when(period) + ": " + value + " " + unit + ", "
                + formula;
    }

    @Override
    public List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        if (parts.isEmpty()) {
            sections.add(table("entries", entries));
        } else {
            sections.add(Section.of("parts", PARTS, all(parts).map(FigureExplanation::row)));
            all(parts)
                    .filter(part -> part.parts().isEmpty())
                    .forEach(part -> sections.add(
                            table(part.name() + " " + part.measure() + " of " + part.subject(), part.entries())));
        }
        sections.add(table("basis", basis));
        return sections.stream().filter(section -> !section.rows().isEmpty()).toList();
    }

    /** These and what they are computed from. */
    private static Stream<Part> all(List<Part> some) {
        return some.stream().flatMap(part -> Stream.concat(Stream.of(part), all(part.parts())));
    }

    private static List<String> row(Part part) {
        return Section.row(
                part.name(), part.measure(), part.subject(), part.value(), part.unit(), Section.ratio(part.ratio()));
    }

    private static Section table(String name, List<Entry> entries) {
        return Section.of(name, COLUMNS, entries.stream().map(FigureExplanation::row));
    }

    private static List<String> row(Entry entry) {
        Amount amount = entry.amount();
        return Section.row(
                entry.position(),
                entry.occurredOn(),
                entry.type(),
                entry.flow(),
                text(entry.from()),
                text(entry.to()),
                amount == null ? null : amount.quantity().value(),
                amount == null ? null : amount.unit(),
                entry.entity(),
                entry.eventId());
    }

    /** The account and what it is kept for. */
    private static @Nullable String text(@Nullable Place place) {
        return place == null
                ? null
                : String.join(
                        " ",
                        Stream.of(
                                        place.account().code(),
                                        place.zone(),
                                        place.parcel(),
                                        place.project(),
                                        place.supply(),
                                        place.quotaYear())
                                .filter(Objects::nonNull)
                                .map(Object::toString)
                                .toList());
    }
}
