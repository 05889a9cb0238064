package org.nestledger.api.rest;

import java.time.LocalDate;
import java.time.Year;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.report.AnnualReport;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.KnownAt;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports, for any business date, as known at any moment. */
@RestController
@RequestMapping("/api/v1/reports")
final class ReportController {

    private final LedgerQueries queries;

    ReportController(LedgerQueries queries) {
        this.queries = queries;
    }

    /** @param knownAt a position or an instant; everything recorded so far when absent */
    @GetMapping("/annual")
    ResponseEntity<?> annual(
            @RequestParam String zone,
            @RequestParam Year year,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt) {
        Answer<AnnualReport> answer =
                queries.reports().annual(zone, year.getValue(), asOf, knownAt == null ? KnownAt.now() : knownAt);
        return switch (answer) {
            case Answer.Found(AnnualReport report) -> ResponseEntity.ok(report);
            case Answer.UnknownZone(String unknown) ->
                Lookup.unknownZone(HttpStatus.NOT_FOUND, unknown).response();
            case Answer.NotYetKnown(long asked, long reached) ->
                Problem.of(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "NOT_YET",
                                "Position " + asked + " is not in the read models yet; they hold " + reached + ".",
                                "Ask again in a moment, or for an earlier position.")
                        .response();
        };
    }
}
