package org.nestledger.api.rest;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.ReportSources;
import org.nestledger.query.report.catalogue.ReportType;
import org.nestledger.query.report.catalogue.ReportTypes;
import org.nestledger.query.report.diff.Compared;
import org.nestledger.query.report.diff.Diff;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What changed in a report between two moments. */
@RestController
final class DiffController {

    private final LedgerQueries queries;

    DiffController(LedgerQueries queries) {
        this.queries = queries;
    }

    /**
     * The figures of a report that differ and the entries that did it; a report of a day has no year, quarter or month.
     *
     * @param report the annual report when absent
     * @param fromKnown a position or an instant: the last record that counts at the earlier moment
     * @param toKnown the same of the later one; everything recorded so far when absent
     */
    @GetMapping(
            path = "/api/v1/reports/diff",
            produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
    ResponseEntity<?> diff(
            @RequestParam String zone,
            @RequestParam(required = false) @Nullable String report,
            @RequestParam(required = false) @Nullable Year year,
            @RequestParam(required = false) @Nullable Integer quarter,
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam KnownAt fromKnown,
            @RequestParam(required = false) @Nullable KnownAt toKnown,
            @RequestParam(required = false) @Nullable LocalDate asOf) {
        ReportType<?> type = compared(report == null ? ReportTypes.ANNUAL.name() : report);
        KnownAt known = toKnown == null ? KnownAt.now() : toKnown;
        StatedPeriod period = new AskedPeriod(year, quarter, month).of(type.span());
        Function<ReportSources, Compared> comparing = sources -> Diff.since(fromKnown, type, sources);
        return ReportController.response(
                period == null
                        ? queries.reports().aboutDay(zone, asOf, known, comparing)
                        : queries.reports().about(zone, period, asOf, known, comparing),
                DiffController::response);
    }

    private static ReportType<?> compared(String name) {
        return Diff.report(name)
                .orElseThrow(() -> new ProblemException(Problem.parameter(
                        "INVALID_PARAMETER",
                        "There is no report \"" + name + "\" that can be compared.",
                        Diff.reports().stream().sorted().collect(Collectors.joining(", ", "State one of ", ".")))));
    }

    private static ResponseEntity<?> response(Compared compared) {
        return switch (compared) {
            case Compared.Found found -> ResponseEntity.ok(found.report());
            case Compared.NotBefore wrong ->
                Problem.parameter("INVALID_PARAMETER", wrong.sentence(), "Exchange fromKnown and toKnown.")
                        .response();
            case Compared.NotRecorded(long asked, long head) ->
                Lookup.notYet(asked, head).response();
            case Compared.TooMany many ->
                Problem.of(
                                HttpStatus.CONTENT_TOO_LARGE,
                                "TOO_LARGE",
                                many.sentence(),
                                "Ask for a zone within it, a shorter period or a later fromKnown.")
                        .response();
        };
    }
}
