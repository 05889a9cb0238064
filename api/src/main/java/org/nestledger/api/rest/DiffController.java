package org.nestledger.api.rest;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.catalogue.ReportType.Span;
import org.nestledger.query.report.diff.Compared;
import org.nestledger.query.report.diff.Diff;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What changed in the annual report between two moments. */
@RestController
final class DiffController {

    private final LedgerQueries queries;

    DiffController(LedgerQueries queries) {
        this.queries = queries;
    }

    /**
     * The figures that differ and the entries that did it.
     *
     * @param fromKnown a position or an instant: the last record that counts at the earlier moment
     * @param toKnown the same of the later one; everything recorded so far when absent
     */
    @GetMapping(
            path = "/api/v1/reports/diff",
            produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
    ResponseEntity<?> diff(
            @RequestParam String zone,
            @RequestParam(required = false) @Nullable Year year,
            @RequestParam(required = false) @Nullable Integer quarter,
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam KnownAt fromKnown,
            @RequestParam(required = false) @Nullable KnownAt toKnown,
            @RequestParam(required = false) @Nullable LocalDate asOf) {
        var answer = queries.reports()
                .about(
                        zone,
                        new AskedPeriod(year, quarter, month).stated(Span.PERIOD),
                        asOf,
                        toKnown == null ? KnownAt.now() : toKnown,
                        sources -> Diff.since(fromKnown, sources));
        return ReportController.response(answer, DiffController::response);
    }

    private static ResponseEntity<?> response(Compared compared) {
        return switch (compared) {
            case Compared.Found found -> ResponseEntity.ok(found.report());
            case Compared.NotBefore wrong ->
                Problem.parameter("INVALID_PARAMETER", wrong.sentence(), "Exchange fromKnown and toKnown.")
                        .response();
        };
    }
}
