package org.nestledger.query.report.recording;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.report.FigureTable;
import org.nestledger.query.report.FigureTable.Row;
import org.nestledger.query.report.KnownPosition;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.Section;

/**
 * How many days after its day each entry in the books of a zone and its descendants was recorded: the day of its record in
 * the time zone of its own zone, less the day that it is dated; of the entries dated in the period. Those that were taken
 * back count, for they were recorded as well; a reversal does not, since it takes the day of what it takes back.
 *
 * @param period {@code YYYY}, {@code YYYY-Qn} or {@code YYYY-MM}
 * @param entries how many there are
 * @param medianDays the fewest days within which half of the entries were recorded; absent without entries
 * @param p90Days the same of 90 of a hundred
 * @param delays every delay with the number of entries, also those that none has
 * @param latest at most 20, the longest delay first
 */
public record LateRecordingReport(
        String zone,
        String period,
        LocalDate asOf,
        KnownPosition knownAt,
        long entries,
        @Nullable Long medianDays,
        @Nullable Long p90Days,
        @Nullable Long longestDays,
        List<DelayCount> delays,
        List<LateEntry> latest)
        implements Report {

    private static final List<String> SUMMARY = List.of("entries", "median days", "p90 days", "longest days");
    private static final List<String> DELAYS = List.of("delay", "entries");
    private static final List<String> LATEST =
            List.of("position", "zone", "type", "actor", "occurred on", "recorded on", "days");

    public LateRecordingReport {
        delays = List.copyOf(delays);
        latest = List.copyOf(latest);
    }

    @Override
    public String title() {
        return "Late recording of " + zone + " in " + period;
    }

    @Override
    public List<FigureTable> figureTables() {
        return List.of(
                FigureTable.of(
                        "summary",
                        List.of("item"),
                        Stream.of(
                                        Stream.of(Row.count(entries, "entries")),
                                        days("median", medianDays),
                                        days("p90", p90Days),
                                        days("longest", longestDays))
                                .flatMap(rows -> rows)),
                FigureTable.of(
                        "delays",
                        List.of("delay"),
                        delays.stream().map(each -> Row.count(each.entries(), each.delay()))));
    }

    private static Stream<Row> days(String item, @Nullable Long days) {
        return days == null ? Stream.of() : Stream.of(Row.days(days, item));
    }

    @Override
    public List<Section> sections() {
        return Stream.of(
                        Section.of(
                                "summary", SUMMARY, Stream.of(Section.row(entries, medianDays, p90Days, longestDays))),
                        Section.of(
                                "delays",
                                DELAYS,
                                delays.stream().map(each -> Section.row(each.delay(), each.entries()))),
                        Section.of("latest", LATEST, latest.stream().map(LateRecordingReport::row)))
                .filter(section -> !section.rows().isEmpty())
                .toList();
    }

    private static List<String> row(LateEntry each) {
        return Section.row(
                each.position(),
                each.zone(),
                each.type(),
                each.actor(),
                each.occurredOn(),
                each.recordedOn(),
                each.days());
    }
}
