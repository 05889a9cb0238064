package org.nestledger.query.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.query.report.AnnualReport;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.Derivation;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.ReportMaker;
import org.nestledger.query.report.Reports;
import org.nestledger.query.report.Section;
import org.nestledger.query.report.capital.Capital;
import org.nestledger.query.report.reconciliation.Reconciling;
import org.nestledger.query.report.services.Services;
import org.nestledger.query.report.stages.Stages;
import org.nestledger.query.report.starts.LateStarts;

/** What a scenario can ask, and the answers as plain lines. */
final class Questions {

    private final Reports reports;
    private final String zone;
    private final int year;
    private final @Nullable LocalDate asOf;
    private final KnownAt knownAt;

    /** @param words the question: its name, the zone, a year for some, then {@code asOf=…} and {@code knownAt=…} */
    private Questions(Reports reports, String[] words) {
        this.reports = reports;
        this.zone = words[1];
        this.year = words.length > 2 && words[2].matches("[0-9]{4}") ? Integer.parseInt(words[2]) : 0;
        String date = option(words, "asOf=");
        this.asOf = date == null ? null : LocalDate.parse(date);
        String known = option(words, "knownAt=");
        this.knownAt = known == null ? KnownAt.now() : KnownAt.parse(known);
    }

    static boolean isOne(String line) {
        return line.matches("(report|figure|reconcile|capital|stages|late-starts|services) .*");
    }

    static List<String> answer(Reports reports, String line) {
        String[] words = line.split(" +", -1);
        if (words[0].equals("figure")) {
            return figure(reports, words);
        }
        Questions asked = new Questions(reports, words);
        return switch (words[0]) {
            case "report" -> asked.lines(asked.annual(), ReportLines::of);
            case "reconcile" -> asked.ofYear(Reconciling::report);
            case "capital" -> asked.ofYear(Capital::report);
            case "stages" -> asked.ofDay(Stages::report);
            case "late-starts" -> asked.ofDay(LateStarts::report);
            case "services" -> asked.ofDay(Services::report);
            default -> throw new IllegalArgumentException(line);
        };
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
        return reports.annual(zone, year, asOf, knownAt);
    }

    private List<String> ofYear(ReportMaker<?> maker) {
        return lines(reports.ofYear(zone, year, asOf, knownAt, maker), Questions::sections);
    }

    private List<String> ofDay(ReportMaker<?> maker) {
        return lines(reports.ofDay(zone, asOf, knownAt, maker), Questions::sections);
    }

    private <R extends Report> List<String> lines(Answer<R> answer, Function<R, List<String>> found) {
        return switch (answer) {
            case Answer.Found<R>(R report) -> {
                List<String> lines = new ArrayList<>();
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
