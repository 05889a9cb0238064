package org.nestledger.api.rest.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Objects;
import org.nestledger.api.rest.BatchResult;
import org.nestledger.api.rest.Receipts;
import org.nestledger.api.rest.Waiting;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes what several people, or several commands, share: proposals and batches. */
@Order(2)
@Component
final class BatchAndProposalPaths implements GlobalOpenApiCustomizer {

    private static final String LINES = "application/x-ndjson";
    private static final String PROPOSAL = "/api/v1/proposals/{id}";

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().values().forEach(each -> each.head(null)); // GET without a body needs no words of its own
        Operation batch = path(api, "/api/v1/commands").getPost();
        batch.requestBody(new RequestBody()
                .required(true)
                .description("One command a line, as its own path takes it, with its name as `command` besides.")
                .content(new Content().addMediaType(LINES, new MediaType().schema(WrittenForms.text()))));
        Schema<?> _ = Schemas.of(BatchResult.class, api);
        batch.getResponses()
                .addApiResponse(
                        "200",
                        new ApiResponse()
                                .description("One line for each command, a `BatchResult`.")
                                .content(new Content()
                                        .addMediaType(LINES, new MediaType().schema(WrittenForms.text()))));

        Operation approval = path(api, PROPOSAL + "/approval").getPost();
        Schema<?> receipt = Schemas.of(Receipts.Receipt.class, api);
        approval.getResponses().addApiResponse("201", json("It is recorded.", receipt));
        approval.getResponses().addApiResponse("200", json("It had been recorded before.", receipt));

        Operation withdrawal = path(api, PROPOSAL).getDelete();
        withdrawal.getResponses().remove("200");
        withdrawal.getResponses().addApiResponse("204", new ApiResponse().description("It does not wait any more."));
    }

    /** That a command waits, beside what else it may be answered. */
    static ApiResponse waiting(OpenAPI api) {
        return json("It waits for somebody else's approval.", Schemas.of(Waiting.class, api));
    }

    private static PathItem path(OpenAPI api, String path) {
        return Objects.requireNonNull(api.getPaths().get(path), path);
    }

    private static ApiResponse json(String description, Schema<?> schema) {
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("application/json", new MediaType().schema(schema)));
    }
}
