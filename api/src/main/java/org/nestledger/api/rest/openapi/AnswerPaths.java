package org.nestledger.api.rest.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Set;
import org.nestledger.api.rest.Problem;
import org.nestledger.query.report.catalogue.ReportType;
import org.nestledger.query.report.catalogue.ReportTypes;
import org.nestledger.query.report.changes.ChangedReport;
import org.nestledger.query.report.diff.DiffReport;
import org.nestledger.query.report.explain.FigureExplanation;
import org.nestledger.query.report.explain.TableExplanations;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes each report as a path of its own, and what is answered where a method's type does not tell it. */
@Order(2)
@Component
final class AnswerPaths implements GlobalOpenApiCustomizer {

    private static final int OK = 200;
    private static final String REPORTS = "/api/v1/reports/";
    private static final String ANY = REPORTS + "{report}";
    private static final String EXPLAIN = "/explain";

    private static final Set<String> OF_PERIODS = Set.of("year", "quarter", "month", "changes");
    private static final Set<String> OF_PARTS = Set.of("quarter", "month", "changes");

    @Override
    public void customise(OpenAPI api) {
        api.getTags().forEach(tag -> tag.setName(tag.getName().replace("-controller", "")));
        Schema<?> _ = Schemas.of(Problem.class, api);
        PathItem any = api.getPaths().remove(ANY);
        if (any != null) {
            for (ReportType<?> type : ReportTypes.all()) {
                api.path(REPORTS + type.name(), new PathItem().get(operation(type, any.getGet(), api)));
            }
        }
        explained(api);
        answered(api, REPORTS + "diff", Schemas.of(DiffReport.class, api));
        answered(api, REPORTS + "annual/figures/{measure}/explain", Schemas.of(FigureExplanation.class, api));
        Schemas.answer(Schemas.asking("/api/v1/events/{position}/proof", api), OK)
                .setContent(new Content().addMediaType("text/plain", new MediaType().schema(WrittenForms.text())));
        answered(api, "/api/v1/events", WrittenForms.typed("array").items(CloudEventSchema.of()));
    }

    /** The figures of each report that explains them. */
    private static void explained(OpenAPI api) {
        PathItem any = api.getPaths().remove(ANY + EXPLAIN);
        if (any == null) {
            return;
        }
        for (ReportType<?> type : ReportTypes.all()) {
            if (TableExplanations.ofReports().contains(type.name())) {
                Operation operation = ofReport(type, any.getGet(), "The figure with what it is made of.")
                        .operationId("explain." + type.name() + (type.equals(ReportTypes.ANNUAL) ? ".table" : ""))
                        .tags(List.of("explain"))
                        .summary("What a figure of the report " + type.name() + " is made of.");
                answered(operation, Schemas.of(FigureExplanation.class, api));
                api.path(REPORTS + type.name() + EXPLAIN, new PathItem().get(operation));
            }
        }
    }

    private static Operation operation(ReportType<?> type, Operation any, OpenAPI api) {
        Operation operation = ofReport(type, any, "The report.")
                .operationId("report." + type.name())
                .tags(List.of("report"))
                .summary(type.description());
        answered(operation, schema(type, api));
        return operation;
    }

    /** What is asked of any report, of this one. */
    private static Operation ofReport(ReportType<?> type, Operation any, String answer) {
        ApiResponses responses = new ApiResponses();
        responses.putAll(any.getResponses());
        responses.addApiResponse(
                "200",
                new ApiResponse()
                        .description(answer)
                        .content(Schemas.answer(any, OK).getContent()));
        return new Operation()
                .description(any.getDescription())
                .parameters(any.getParameters().stream()
                        .filter(parameter -> !parameter.getName().equals("report") && !left(type, parameter.getName()))
                        .map(parameter -> of(type, ParameterMeanings.copy(parameter)))
                        .toList())
                .responses(responses);
    }

    /** A report of whole years has nothing but the year to state its period. */
    private static Parameter of(ReportType<?> type, Parameter parameter) {
        return type.span() == ReportType.Span.YEAR && parameter.getName().equals("year")
                ? parameter.required(true).description("The year.")
                : parameter;
    }

    private static boolean left(ReportType<?> type, String parameter) {
        return switch (type.span()) {
            case PERIOD -> false;
            case YEAR -> OF_PARTS.contains(parameter);
            case DAY -> OF_PERIODS.contains(parameter);
        };
    }

    private static Schema<?> schema(ReportType<?> type, OpenAPI api) {
        Schema<?> report = Schemas.of(type.answer(), api);
        return type.span() == ReportType.Span.PERIOD
                ? WrittenForms.empty()
                        .anyOf(List.of(
                                report,
                                Schemas.of(
                                        ResolvableType.forClassWithGenerics(ChangedReport.class, type.answer())
                                                .getType(),
                                        api)))
                : report;
    }

    private static void answered(OpenAPI api, String path, Schema<?> schema) {
        answered(Schemas.asking(path, api), schema);
    }

    /** The same in every form of JSON; other forms are texts. */
    private static void answered(Operation operation, Schema<?> schema) {
        Content content = new Content();
        Schemas.answer(operation, OK)
                .getContent()
                .forEach((type, old) ->
                        content.addMediaType(type, type.contains("json") ? new MediaType().schema(schema) : old));
        Schemas.answer(operation, OK).setContent(content);
    }
}
