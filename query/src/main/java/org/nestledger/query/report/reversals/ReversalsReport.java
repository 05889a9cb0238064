package org.nestledger.query.report.reversals;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.nestledger.query.report.FigureTable;
import org.nestledger.query.report.FigureTable.Row;
import org.nestledger.query.report.KnownPosition;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.Section;

/**
 * What was taken back in the books of a zone and its descendants: by whom, how much of what they recorded, and each reversal
 * that is dated in the period. A reversal has the date of the entry while its period is open, else a date of its own.
 *
 * @param period {@code YYYY}, {@code YYYY-Qn} or {@code YYYY-MM}
 * @param byActor of everybody who recorded something that is dated in the period
 * @param reversals in log order
 */
public record ReversalsReport(
        String zone,
        String period,
        LocalDate asOf,
        KnownPosition knownAt,
        List<ActorReversals> byActor,
        List<ReversedEntry> reversals)
        implements Report {

    private static final List<String> ACTORS = List.of("actor", "recorded", "reversed", "reversals made");
    private static final List<String> REVERSALS = List.of(
            "position",
            "reverses",
            "zone",
            "type",
            "recorded by",
            "reversed by",
            "occurred on",
            "recorded at",
            "restates",
            "reason");

    public ReversalsReport {
        byActor = List.copyOf(byActor);
        reversals = List.copyOf(reversals);
    }

    @Override
    public String title() {
        return "Reversals of " + zone + " in " + period;
    }

    @Override
    public List<FigureTable> figureTables() {
        return List.of(FigureTable.of(
                "by actor",
                List.of("actor", "item"),
                byActor.stream()
                        .flatMap(each -> Stream.of(
                                Row.count(each.recorded(), each.actor(), "recorded"),
                                Row.count(each.reversed(), each.actor(), "reversed"),
                                Row.count(each.reversals(), each.actor(), "reversals made")))));
    }

    @Override
    public List<Section> sections() {
        return Stream.of(
                        Section.of(
                                "by actor",
                                ACTORS,
                                byActor.stream()
                                        .map(each -> Section.row(
                                                each.actor(), each.recorded(), each.reversed(), each.reversals()))),
                        Section.of("reversals", REVERSALS, reversals.stream().map(ReversalsReport::row)))
                .filter(section -> !section.rows().isEmpty())
                .toList();
    }

    private static List<String> row(ReversedEntry each) {
        return Section.row(
                each.position(),
                each.reverses(),
                each.zone(),
                each.type(),
                each.recordedBy(),
                each.actor(),
                each.occurredOn(),
                each.recordedAt(),
                each.restates(),
                each.reason());
    }
}
