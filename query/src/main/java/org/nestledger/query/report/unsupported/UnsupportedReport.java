package org.nestledger.query.report.unsupported;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.nestledger.query.report.FigureTable;
import org.nestledger.query.report.FigureTable.Row;
import org.nestledger.query.report.KnownPosition;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.Section;

/**
 * The entries in the books of a zone and its descendants that state no document, of those dated in the period that nothing
 * has taken back. Whether a document says what the entry says is not judged.
 *
 * @param period {@code YYYY}, {@code YYYY-Qn} or {@code YYYY-MM}
 * @param byTypeAndActor those with at least one unsupported entry
 * @param entries in log order
 */
public record UnsupportedReport(
        String zone,
        String period,
        LocalDate asOf,
        KnownPosition knownAt,
        List<UnsupportedCount> byTypeAndActor,
        List<UnsupportedEntry> entries)
        implements Report {

    private static final List<String> COUNTS = List.of("type", "actor", "entries", "without document");
    private static final List<String> ENTRIES =
            List.of("position", "zone", "type", "actor", "occurred on", "recorded at");

    public UnsupportedReport {
        byTypeAndActor = List.copyOf(byTypeAndActor);
        entries = List.copyOf(entries);
    }

    @Override
    public String title() {
        return "Unsupported entries of " + zone + " in " + period;
    }

    @Override
    public List<FigureTable> figureTables() {
        return List.of(FigureTable.of(
                "by type and actor",
                List.of("type", "actor", "item"),
                byTypeAndActor.stream()
                        .flatMap(each -> Stream.of(
                                Row.count(each.entries(), each.type(), each.actor(), "entries"),
                                Row.count(each.unsupported(), each.type(), each.actor(), "without document")))));
    }

    @Override
    public List<Section> sections() {
        return Stream.of(
                        Section.of(
                                "by type and actor",
                                COUNTS,
                                byTypeAndActor.stream()
                                        .map(each -> Section.row(
                                                each.type(), each.actor(), each.entries(), each.unsupported()))),
                        Section.of("entries", ENTRIES, entries.stream().map(UnsupportedReport::row)))
                .filter(section -> !section.rows().isEmpty())
                .toList();
    }

    private static List<String> row(UnsupportedEntry each) {
        return Section.row(
                each.position(), each.zone(), each.type(), each.actor(), each.occurredOn(), each.recordedAt());
    }
}
