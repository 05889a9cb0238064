package org.nestledger.api.rest.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.nestledger.api.rest.Draft;
import org.nestledger.api.rest.IdempotencyKey;
import org.nestledger.api.rest.Receipts;
import org.nestledger.core.decision.By;
import org.nestledger.core.decision.Role;
import org.nestledger.core.ledger.CommandTypes;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes each command of the ledger as a path of its own, in place of the one that takes them all. */
@Order(1)
@Component
final class CommandPaths implements GlobalOpenApiCustomizer {

    private static final String COMMANDS = "/api/v1/commands/";
    private static final String ANY = COMMANDS + "{name}";

    private final CommandSchemas schemas;

    CommandPaths(CommandSchemas schemas) {
        this.schemas = schemas;
    }

    @Override
    public void customise(OpenAPI api) {
        PathItem any = api.getPaths().remove(ANY);
        if (any == null) {
            return;
        }
        new TreeMap<>(CommandTypes.byName())
                .forEach((name, type) ->
                        api.path(COMMANDS + name, new PathItem().post(operation(api, name, type, any.getPost()))));
    }

    private Operation operation(OpenAPI api, String name, Class<?> type, Operation any) {
        List<Parameter> parameters = new ArrayList<>();
        any.getParameters().stream()
                .filter(parameter -> !parameter.getName().equals("name"))
                .map(ParameterMeanings::copy)
                .forEach(parameters::add);
        Parameter key = new Parameter().name(IdempotencyKey.HEADER).in("header").required(false);
        ParameterMeanings.describe(key);
        parameters.add(key);
        return new Operation()
                .operationId("command." + name)
                .tags(List.of("command"))
                .summary(words(name))
                .description(schemas.about(type) + "Given by " + givers(type) + " of its zone.")
                .parameters(parameters)
                .extensions(Map.of("x-roles", roles(type)))
                .requestBody(new RequestBody().required(true).content(json(schemas.of(type, api))))
                .responses(answers(api, any));
    }

    private static ApiResponses answers(OpenAPI api, Operation any) {
        Schema<?> receipt = Schemas.of(Receipts.Receipt.class, api);
        ApiResponses answers = new ApiResponses();
        answers.putAll(any.getResponses());
        answers.addApiResponse(
                "201", new ApiResponse().description("It is recorded.").content(json(receipt)));
        answers.addApiResponse("202", BatchAndProposalPaths.waiting(api));
        answers.addApiResponse(
                "200",
                new ApiResponse()
                        .description("It had been recorded before; or, with `dryRun`, what would be recorded.")
                        .content(json(WrittenForms.empty().anyOf(List.of(receipt, Schemas.of(Draft.class, api))))));
        return answers;
    }

    private static Content json(Schema<?> schema) {
        return new Content().addMediaType("application/json", new MediaType().schema(schema));
    }

    /** {@code SupplyLand} as {@code Supply land}. */
    private static String words(String name) {
        String words = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    private static String givers(Class<?> type) {
        return type.isAnnotationPresent(By.class)
                ? String.join(" or ", roles(type))
                : "whoever recorded the entry, or headquarters,";
    }

    private static List<String> roles(Class<?> type) {
        By by = type.getAnnotation(By.class);
        return Arrays.stream(by == null ? new Role[] {Role.HEADQUARTERS} : by.value())
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
