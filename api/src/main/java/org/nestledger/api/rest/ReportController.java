package org.nestledger.api.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.security.Sight;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.catalogue.ReportType;
import org.nestledger.query.report.catalogue.ReportType.Span;
import org.nestledger.query.report.catalogue.ReportTypes;
import org.nestledger.query.report.changes.ChangedReport;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reports, for any business date, as known at any moment. {@code knownAt} is a position or an instant; everything recorded
 * so far when absent. A report of a period states a year, a year and a quarter, or a month; with {@code changes} each of its
 * figures stands beside that of the period before and that of the year before.
 */
@RestController
@RequestMapping("/api/v1/reports")
final class ReportController {

    /** The path variable that tells which report. */
    static final String REPORT = "report";

    private final LedgerQueries queries;
    private final ReportCache cache;

    ReportController(LedgerQueries queries, ReportCache cache) {
        this.queries = queries;
        this.cache = cache;
    }

    /** A report on a zone. */
    @GetMapping(
            path = "/{" + REPORT + "}",
            produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
    ResponseEntity<?> report(
            @PathVariable String report,
            @RequestParam String zone,
            @RequestParam(required = false) @Nullable Year year,
            @RequestParam(required = false) @Nullable Integer quarter,
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(defaultValue = "false") boolean changes,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt,
            HttpServletRequest request) {
        ReportType<?> type = type(report);
        AskedPeriod period = new AskedPeriod(year, quarter, month);
        Answer<? extends Report> answer = cache.answer(
                new ReportCache.Asked(type.name(), zone, period, changes, asOf),
                knownAt == null ? KnownAt.now() : knownAt,
                request,
                known -> changes ? changes(type, zone, period, asOf, known) : answer(type, zone, period, asOf, known));
        boolean named = Sight.of(request).isWhole();
        return response(answer, found -> ResponseEntity.ok(named ? found : found.unnamed()));
    }

    private <R extends Report> Answer<ChangedReport<R>> changes(
            ReportType<R> type, String zone, AskedPeriod period, @Nullable LocalDate asOf, KnownAt knownAt) {
        if (type.span() != Span.PERIOD) {
            throw new ProblemException(Problem.parameter(
                    "UNKNOWN_PARAMETER", "This report shows no changes from earlier periods.", "Leave changes out."));
        }
        return queries.reports().withChanges(zone, period.stated(type.span()), asOf, knownAt, type.maker());
    }

    private <R extends Report> Answer<R> answer(
            ReportType<R> type, String zone, AskedPeriod period, @Nullable LocalDate asOf, KnownAt knownAt) {
        return switch (type.span()) {
            case PERIOD, YEAR ->
                queries.reports().ofPeriod(zone, period.stated(type.span()), asOf, knownAt, type.maker());
            case DAY -> {
                period.none();
                yield queries.reports().ofDay(zone, asOf, knownAt, type.maker());
            }
        };
    }

    private static ReportType<?> type(String name) {
        return ReportTypes.find(name)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        HttpStatus.NOT_FOUND,
                        "NOT_FOUND",
                        "There is no such report.",
                        ReportTypes.all().stream()
                                .map(ReportType::name)
                                .collect(Collectors.joining(", ", "Ask for one of ", ".")))));
    }

    static <R> ResponseEntity<?> response(Answer<R> answer, Function<R, ResponseEntity<?>> found) {
        return switch (answer) {
            case Answer.Found<R>(R report) -> found.apply(report);
            case Answer.UnknownZone<R>(String unknown) ->
                Lookup.unknownZone(HttpStatus.NOT_FOUND, unknown).response();
            case Answer.NotYetKnown<R>(long asked, long reached) ->
                Lookup.notYet(asked, reached).response();
        };
    }
}
