package org.nestledger.api.rest.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.runtime.ApiJson;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Puts the example of each operation into the description. Each has a file of its own, named after the operation. */
@Order(3)
@Component
final class Examples implements GlobalOpenApiCustomizer {

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> {
                    Example example = read(Objects.requireNonNull(operation.getOperationId()));
                    if (example != null) {
                        add(operation, example);
                    }
                });
    }

    private static @Nullable Example read(String operation) {
        try (InputStream file = Examples.class.getResourceAsStream("examples/" + operation + ".json")) {
            return file == null ? null : ApiJson.mapper().readValue(file, Example.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void add(Operation operation, Example example) {
        for (Parameter parameter : operation.getParameters()) {
            JsonNode value = example.parameters().get(parameter.getName());
            if (value != null) {
                parameter.setExample(of(value));
            }
        }
        if (example.body() != null) {
            operation.getRequestBody().getContent().values().forEach(content -> content.setExample(of(example.body())));
        }
        Example.Answer answer = example.answer();
        if (answer.type() != null && answer.body() != null) {
            content(Schemas.answer(operation, answer.status()).getContent(), answer.type())
                    .setExample(of(answer.body()));
        }
    }

    private static MediaType content(io.swagger.v3.oas.models.media.Content content, String type) {
        return Objects.requireNonNull(content.get(type), type);
    }

    /** The same for the library that writes the description, which has another version of Jackson. */
    private static Object of(JsonNode json) {
        try {
            return json.isString() ? json.asString() : Json31.mapper().readTree(json.toString());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
