package org.nestledger.api.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.security.Sight;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.catalogue.ReportType;
import org.nestledger.query.report.catalogue.ReportType.Span;
import org.nestledger.query.report.catalogue.ReportTypes;
import org.nestledger.query.report.explain.Explained;
import org.nestledger.query.report.explain.Explanations.Question;
import org.nestledger.query.report.explain.FigureExplanation;
import org.nestledger.query.report.explain.TableExplanations;
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

    /** The report of what others have. */
    private static final String RANKS = "ranks";

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
            @RequestParam(required = false) @Nullable KnownAt knownAt,
            HttpServletRequest request) {
        Question question = new Question(
                zone,
                new AskedPeriod(year, quarter, month).stated(Span.PERIOD),
                measure,
                subject,
                unit,
                asOf,
                knownAt == null ? KnownAt.now() : knownAt);
        return ReportController.response(
                queries.explanations().annual(question), explained -> response(explained, false, request));
    }

    /**
     * What a figure in the tables of a report is made of; a report of a day has no year, quarter or month. The figure is the name of its table and the first cells
     * of its row, joined by slashes; as many of these, in order, as tell it from others are enough.
     */
    @GetMapping(
            path = "/api/v1/reports/{" + ReportController.REPORT + "}/explain",
            produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
    ResponseEntity<?> ofTable(
            @PathVariable String report,
            @RequestParam String zone,
            @RequestParam String figure,
            @RequestParam(required = false) @Nullable Year year,
            @RequestParam(required = false) @Nullable Integer quarter,
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt,
            HttpServletRequest request) {
        ReportType<?> type = explained(report);
        var question = new TableExplanations.Question(
                report,
                zone,
                new AskedPeriod(year, quarter, month).of(type.span()),
                figure,
                unit,
                asOf,
                knownAt == null ? KnownAt.now() : knownAt);
        return ReportController.response(
                queries.tableExplanations().explain(question, type.maker()),
                explained -> response(explained, report.equals(RANKS), request));
    }

    /** What others than the zone are ranked with is shown to each reader, and what it is made of to their own readers. */
    private FigureExplanation shown(Explained.Found found, boolean ofOthers, HttpServletRequest request) {
        Sight sight = Sight.of(request);
        FigureExplanation figure = found.figure();
        if (sight.isWhole() || !(ofOthers || found.ranks())) {
            return figure;
        }
        Map<Long, String> zones = queries.history().zones(figure.positions());
        Set<String> shown =
                zones.values().stream().distinct().filter(sight::shows).collect(Collectors.toSet());
        return figure.without(entry -> !shown.contains(zones.get(entry.position())));
    }

    private static ReportType<?> explained(String name) {
        return ReportTypes.find(name)
                .filter(type -> TableExplanations.ofReports().contains(type.name()))
                .orElseThrow(() -> new ProblemException(Problem.of(
                        HttpStatus.NOT_FOUND,
                        "NOT_FOUND",
                        "There is no such report whose tables explain themselves.",
                        TableExplanations.ofReports().stream()
                                .sorted()
                                .collect(Collectors.joining(", ", "Ask for one of ", ".")))));
    }

    private ResponseEntity<?> response(Explained explained, boolean ofOthers, HttpServletRequest request) {
        return switch (explained) {
            case Explained.Found found -> ResponseEntity.ok(shown(found, ofOthers, request));
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
                                "GET the report itself, under /api/v1/reports, for the figures that there are.")
                        .response();
            case Explained.Several several ->
                Problem.parameter(
                                "SEVERAL_FIGURES",
                                "There are several such figures.",
                                "Add " + several.option() + "="
                                        + String.join(" or " + several.option() + "=", several.choices()) + ".")
                        .response();
            case Explained.Ambiguous ambiguous ->
                Problem.parameter(
                                "SEVERAL_FIGURES",
                                ambiguous.sentence(),
                                "Give all parts of one as the parameter figure.")
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
