package org.nestledger.query.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.query.report.AnnualReport;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.Derivation;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.FigureValue;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.Ratio;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.ReportPeriod;
import org.nestledger.query.report.ReportSources;
import org.nestledger.query.report.Reports;
import org.nestledger.query.report.Section;
import org.nestledger.query.report.catalogue.ReportType;
import org.nestledger.query.report.catalogue.ReportType.Span;
import org.nestledger.query.report.catalogue.ReportTypes;
import org.nestledger.query.report.changes.ChangedReport;
import org.nestledger.query.report.changes.Earlier;
import org.nestledger.query.report.closing.ClosedBooks;
import org.nestledger.query.report.diff.Compared;
import org.nestledger.query.report.diff.Diff;
import org.nestledger.query.report.diff.DiffReport;

/** What a scenario can ask, and the answers as plain lines. */
final class Questions {

    private static final String PERIOD = "[0-9]{4}(-Q[1-4]|-[0-9]{2})?";

    private final Reports reports;
    private final String zone;
    private final StatedPeriod period;
    private final @Nullable LocalDate asOf;
    private final KnownAt knownAt;
    private final boolean changes;

    /** @param words the question: its name, the zone, a period for some, then {@code asOf=…} and {@code knownAt=…} */
    private Questions(Reports reports, String[] words) {
        this.reports = reports;
        this.zone = words[1];
        this.period = ReportPeriod.parse(words.length > 2 && words[2].matches(PERIOD) ? words[2] : "2000");
        String date = option(words, "asOf=");
        this.asOf = date == null ? null : LocalDate.parse(date);
        String known = option(words, "knownAt=");
        this.knownAt = known == null ? KnownAt.now() : KnownAt.parse(known);
        this.changes = Arrays.asList(words).contains("changes");
    }

    static boolean isOne(String line) {
        String name = line.split(" ", 2)[0];
        return line.matches("(report|figure|reconcile|diff) .*")
                || ReportTypes.find(name).isPresent();
    }

    static List<String> answer(Reports reports, String line) {
        String[] words = line.split(" +", -1);
        if (words[0].equals("figure")) {
            return figure(reports, words);
        }
        Questions asked = new Questions(reports, words);
        return switch (words[0]) {
            case "report" -> asked.lines(asked.annual(), ReportLines::of);
            case "diff" -> asked.differences(words);
            case "reconcile" -> asked.of(ReportTypes.RECONCILIATION);
            default -> asked.of(ReportTypes.find(words[0]).orElseThrow());
        };
    }

    private <R extends Report> List<String> withChanges(ReportType<R> type) {
        return lines(reports.withChanges(zone, period, asOf, knownAt, type.maker()), Questions::changed);
    }

    /** The section, the key, the value with its ratio, then the figures and differences of both earlier periods. */
    private static List<String> changed(ChangedReport<?> report) {
        return report.changes().stream()
                .map(change ->
                        change.section() + " " + String.join(" ", change.key().values()) + " "
                                + text(change.value(), change.ratio()) + " " + change.unit() + " before "
                                + text(change.before()) + " year before " + text(change.yearBefore()))
                .map(line -> line.replaceAll(" +", " ").strip())
                .toList();
    }

    private static String text(@Nullable Earlier earlier) {
        if (earlier == null) {
            return "-";
        }
        FigureValue difference = earlier.difference();
        return text(earlier.value(), earlier.ratio()) + " change "
                + (difference == null ? "-" : text(difference.value(), difference.ratio()));
    }

    private static String text(@Nullable String value, @Nullable Ratio ratio) {
        return value == null ? "-" : ratio == null ? value : value + " " + Section.ratio(ratio);
    }

    /** The measure, the subject, the period, then the dates. */
    private static List<String> figure(Reports reports, String[] words) {
        String date = option(words, "asOf=");
        String known = option(words, "knownAt=");
        String period =
                Arrays.stream(words).skip(3).filter(word -> !word.contains("=")).collect(Collectors.joining(" "));
        return switch (reports.figure(
                words[1],
                words[2],
                StatedPeriod.of(period),
                date == null ? null : LocalDate.parse(date),
                known == null ? KnownAt.now() : KnownAt.parse(known))) {
            case Derivation.Derived(List<Figure> figures) ->
                figures.stream().map(ReportLines::figure).toList();
            case Derivation.NotDerivable(String reason) -> List.of(reason);
        };
    }

    private Answer<AnnualReport> annual() {
        return reports.ofPeriod(zone, period, asOf, knownAt, ClosedBooks::annual);
    }

    private List<String> of(ReportType<?> type) {
        return switch (type.span()) {
            case DAY -> lines(reports.ofDay(zone, asOf, knownAt, type.maker()), Questions::sections);
            case PERIOD, YEAR ->
                changes
                        ? withChanges(type)
                        : lines(reports.ofPeriod(zone, period, asOf, knownAt, type.maker()), Questions::sections);
        };
    }

    /** @param words with {@code from=} and perhaps {@code to=}, the two moments, and perhaps {@code of=}, the report */
    private List<String> differences(String[] words) {
        String to = option(words, "to=");
        KnownAt from = KnownAt.parse(Objects.requireNonNull(option(words, "from=")));
        String of = option(words, "of=");
        ReportType<?> type =
                of == null ? ReportTypes.ANNUAL : ReportTypes.find(of).orElseThrow();
        KnownAt known = to == null ? KnownAt.now() : KnownAt.parse(to);
        Function<ReportSources, Compared> comparing = sources -> Diff.since(from, type, sources);
        return switch (type.span() == Span.DAY
                ? reports.aboutDay(zone, asOf, known, comparing)
                : reports.about(zone, period, asOf, known, comparing)) {
            case Answer.Found<Compared>(Compared.Found(var report)) ->
                lines(new Answer.Found<>(report), Questions::sections);
            case Answer.Found<Compared>(Compared.NotBefore wrong) -> List.of(wrong.sentence());
            case Answer.Found<Compared>(Compared.NotRecorded(long asked, long head)) ->
                lines(new Answer.NotYetKnown<DiffReport>(asked, head), Questions::sections);
            case Answer.Found<Compared>(Compared.TooMany many) -> List.of(many.sentence());
            case Answer.UnknownZone<Compared>(String unknown) ->
                lines(new Answer.UnknownZone<DiffReport>(unknown), Questions::sections);
            case Answer.NotYetKnown<Compared>(long asked, long reached) ->
                lines(new Answer.NotYetKnown<DiffReport>(asked, reached), Questions::sections);
        };
    }

    private <R extends Report> List<String> lines(Answer<R> answer, Function<R, List<String>> found) {
        return switch (answer) {
            case Answer.Found<R>(R report) -> {
                List<String> lines = new ArrayList<>();
                lines.add(report.title());
                lines.add("asOf " + report.asOf());
                lines.add("knownAt " + report.knownAt().position() + " recorded "
                        + report.knownAt().recordedAt());
                lines.addAll(found.apply(report));
                yield lines;
            }
            case Answer.UnknownZone<R>(String unknown) -> List.of("unknown zone " + unknown);
            case Answer.NotYetKnown<R>(long asked, long reached) ->
                List.of("position " + asked + " is not known, only " + reached);
        };
    }

    /** The name of its section and the cells of each row; those that are empty are left out. */
    private static List<String> sections(Report report) {
        return report.sections().stream()
                .flatMap(section -> section.rows().stream().map(row -> line(section, row)))
                .toList();
    }

    private static String line(Section section, List<String> row) {
        return section.name()
                + row.stream()
                        .filter(cell -> !cell.isEmpty())
                        .map(cell -> " " + cell)
                        .collect(Collectors.joining());
    }

    private static @Nullable String option(String[] words, String name) {
        return Arrays.stream(words)
                .filter(word -> word.startsWith(name))
                .findFirst()
                .map(word -> word.substring(name.length()))
                .orElse(null);
    }
}
