package org.nestledger.api.rest;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.catalogue.ReportType.Span;
import org.nestledger.query.report.explain.Explained;
import org.nestledger.query.report.explain.Explanations.Question;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a figure of a report is made of. */
@RestController
final class ExplainController {

    private final LedgerQueries queries;

    ExplainController(LedgerQueries queries) {
        this.queries = queries;
    }

    /** What a figure of the annual report is made of. The unit tells the currency, when there is a figure for each; the subject a project. */
    @GetMapping(
            path = "/api/v1/reports/annual/figures/{measure}/explain",
            produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
    ResponseEntity<?> annual(
            @PathVariable String measure,
            @RequestParam String zone,
            @RequestParam(required = false) @Nullable Year year,
            @RequestParam(required = false) @Nullable Integer quarter,
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt) {
        Question question = new Question(
                zone,
                new AskedPeriod(year, quarter, month).stated(Span.PERIOD),
                measure,
                subject,
                unit,
                asOf,
                knownAt == null ? KnownAt.now() : knownAt);
        return ReportController.response(queries.explanations().annual(question), ExplainController::response);
    }

    private static ResponseEntity<?> response(Explained explained) {
        return switch (explained) {
            case Explained.Found found -> ResponseEntity.ok(found.figure());
            case Explained.UnknownMeasure unknown ->
                Problem.of(
                                HttpStatus.NOT_FOUND,
                                "UNKNOWN_MEASURE",
                                "There is no figure \"" + unknown.measure() + "\" in the annual report.",
                                "Give one of " + String.join(", ", unknown.known()) + ".")
                        .response();
            case Explained.NoFigure(String reason) ->
                Problem.of(
                                HttpStatus.NOT_FOUND,
                                "NO_FIGURE",
                                reason,
                                "GET /api/v1/reports/annual shows the figures that there are.")
                        .response();
            case Explained.Several several ->
                Problem.parameter(
                                "SEVERAL_FIGURES",
                                "There are several such figures.",
                                "Add " + several.option() + "="
                                        + String.join(" or " + several.option() + "=", several.choices()) + ".")
                        .response();
            case Explained.Differs differs ->
                Problem.of(
                                HttpStatus.INTERNAL_SERVER_ERROR,
                                "FIGURE_DIFFERS",
                                differs.sentence(),
                                "Whoever runs the ledger should run ./ledger check.")
                        .response();
        };
    }
}
