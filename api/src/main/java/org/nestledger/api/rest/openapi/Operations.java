package org.nestledger.api.rest.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.nestledger.api.rest.RequestRules;
import org.nestledger.query.claim.ClaimQueries;
import org.nestledger.query.enterprise.EnterpriseQueries;
import org.nestledger.query.fund.FundQueries;
import org.nestledger.query.land.ParcelQueries;
import org.nestledger.query.movement.JournalQueries;
import org.nestledger.query.permit.PermitQueries;
import org.nestledger.query.permit.PowerQueries;
import org.nestledger.query.portal.VisitQueries;
import org.nestledger.query.project.ProjectQueries;
import org.nestledger.query.quota.QuotaQueries;
import org.nestledger.query.service.ServiceQueries;
import org.nestledger.query.supply.SupplyQueries;
import org.nestledger.query.zone.ZoneQueries;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** What every operation has beyond what its method says: a name, the parameters that all take, and the problems it can meet. */
@Component
final class Operations implements GlobalOperationCustomizer {

    private static final Map<String, Supplier<Set<String>>> SORTS = Map.ofEntries(
            Map.entry("zone.list", ZoneQueries::sorts),
            Map.entry("parcel.list", ParcelQueries::sorts),
            Map.entry("quota.list", QuotaQueries::sorts),
            Map.entry("project.list", ProjectQueries::sorts),
            Map.entry("supply.list", SupplyQueries::sorts),
            Map.entry("enterprise.list", EnterpriseQueries::sorts),
            Map.entry("permit.list", PermitQueries::sorts),
            Map.entry("power.list", PowerQueries::sorts),
            Map.entry("service.list", ServiceQueries::sorts),
            Map.entry("fund.list", FundQueries::sorts),
            Map.entry("journal.list", JournalQueries::sorts),
            Map.entry("claim.list", ClaimQueries::sorts),
            Map.entry("visit.list", VisitQueries::sorts));

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        String name = name(method);
        operation.setOperationId(name);
        operation.setTags(List.of(name.substring(0, name.indexOf('.'))));
        boolean gives = method.hasMethodAnnotation(PostMapping.class);
        boolean asks = method.hasMethodAnnotation(GetMapping.class);
        List<Parameter> parameters =
                new ArrayList<>(operation.getParameters() == null ? List.of() : operation.getParameters());
        new TreeSet<>(RequestRules.implied(method, gives ? "POST" : "GET"))
                .forEach(implied -> parameters.add(ParameterMeanings.implied(implied)));
        parameters.forEach(ParameterMeanings::describe);
        if (SORTS.containsKey(name)) {
            parameters.stream()
                    .filter(parameter -> parameter.getName().equals("sort"))
                    .forEach(parameter -> parameter
                            .style(Parameter.StyleEnum.FORM)
                            .explode(false)
                            .schema(sorts(SORTS.get(name).get())));
        }
        operation.setParameters(parameters);
        textsAreTexts(operation.getResponses());
        if (!asks) {
            ProblemAnswers.addOfCommands(operation.getResponses());
        } else {
            ProblemAnswers.addOfReading(operation.getResponses());
        }
        return operation;
    }

    /** Such as {@code parcel.list}. */
    private static String name(HandlerMethod method) {
        return method.getBeanType().getSimpleName().replace("Controller", "").toLowerCase(Locale.ROOT) + "."
                + method.getMethod().getName();
    }

    private static Schema<Object> sorts(Set<String> fields) {
        List<Object> choices = new ArrayList<>();
        new TreeSet<>(fields).forEach(field -> choices.addAll(List.of(field, "-" + field)));
        Schema<Object> field = WrittenForms.text();
        field.setEnum(choices);
        Schema<Object> sorts = WrittenForms.typed("array");
        sorts.setItems(field);
        return sorts;
    }

    /** An answer that is no JSON is a text, whatever the method gives. */
    private static void textsAreTexts(ApiResponses responses) {
        responses.values().stream()
                .filter(answer -> answer.getContent() != null)
                .forEach(answer -> answer.getContent()
                        .replaceAll((type, content) ->
                                type.contains("json") ? content : new MediaType().schema(WrittenForms.text())));
    }
}
