package org.nestledger.api.rest;

import java.time.LocalDate;
import java.time.Year;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.report.Annual;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.ReportMaker;
import org.nestledger.query.report.capital.Capital;
import org.nestledger.query.report.reconciliation.Reconciling;
import org.nestledger.query.report.services.Services;
import org.nestledger.query.report.stages.Stages;
import org.nestledger.query.report.starts.LateStarts;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reports, for any business date, as known at any moment. {@code knownAt} is a position or an instant; everything recorded
 * so far when absent.
 */
@RestController
@RequestMapping("/api/v1/reports")
final class ReportController {

    private final LedgerQueries queries;

    ReportController(LedgerQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/annual")
    ResponseEntity<?> annual(
            @RequestParam String zone,
            @RequestParam Year year,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt) {
        return ofYear(zone, year, asOf, knownAt, Annual::report);
    }

    @GetMapping("/reconciliation")
    ResponseEntity<?> reconciliation(
            @RequestParam String zone,
            @RequestParam Year year,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt) {
        return ofYear(zone, year, asOf, knownAt, Reconciling::report);
    }

    @GetMapping("/capital")
    ResponseEntity<?> capital(
            @RequestParam String zone,
            @RequestParam Year year,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt) {
        return ofYear(zone, year, asOf, knownAt, Capital::report);
    }

    @GetMapping("/stages")
    ResponseEntity<?> stages(
            @RequestParam String zone,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt) {
        return ofDay(zone, asOf, knownAt, Stages::report);
    }

    @GetMapping("/late-starts")
    ResponseEntity<?> lateStarts(
            @RequestParam String zone,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt) {
        return ofDay(zone, asOf, knownAt, LateStarts::report);
    }

    @GetMapping("/services")
    ResponseEntity<?> services(
            @RequestParam String zone,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt) {
        return ofDay(zone, asOf, knownAt, Services::report);
    }

    private <R extends Report> ResponseEntity<?> ofYear(
            String zone, Year year, @Nullable LocalDate asOf, @Nullable KnownAt knownAt, ReportMaker<R> maker) {
        return response(queries.reports().ofYear(zone, year.getValue(), asOf, known(knownAt), maker));
    }

    private <R extends Report> ResponseEntity<?> ofDay(
            String zone, @Nullable LocalDate asOf, @Nullable KnownAt knownAt, ReportMaker<R> maker) {
        return response(queries.reports().ofDay(zone, asOf, known(knownAt), maker));
    }

    private static KnownAt known(@Nullable KnownAt stated) {
        return stated == null ? KnownAt.now() : stated;
    }

    private static <R extends Report> ResponseEntity<?> response(Answer<R> answer) {
        return switch (answer) {
            case Answer.Found<R>(R report) -> ResponseEntity.ok(report);
            case Answer.UnknownZone<R>(String unknown) ->
                Lookup.unknownZone(HttpStatus.NOT_FOUND, unknown).response();
            case Answer.NotYetKnown<R>(long asked, long reached) ->
                Problem.of(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "NOT_YET",
                                "Position " + asked + " is not in the read models yet; they hold " + reached + ".",
                                "Ask again in a moment, or for an earlier position.")
                        .response();
        };
    }
}
