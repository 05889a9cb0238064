package org.nestledger.api.rest.openapi;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nestledger.api.runtime.ApiJson;
import org.nestledger.api.testing.Http;
import tools.jackson.databind.JsonNode;

/** The description of the interface as a client reads it. */
public record Description(JsonNode json) {

    /** Asks a server for its description. */
    public static Description of(Http http) {
        return new Description(
                ApiJson.mapper().readTree(http.get("/api/v1/openapi.json").text()));
    }

    /** Everything that can be asked or given. */
    public List<Operation> operations() {
        return json.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(method -> new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue())))
                .toList();
    }

    public List<Operation> asking() {
        return operations().stream().filter(each -> each.method().equals("GET")).toList();
    }

    /** The operation of this id, which is there. */
    public Operation operation(String id) {
        return operations().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The commands, by their names. */
    public Map<String, Operation> commands() {
        return operations().stream()
                .filter(each -> each.id().startsWith("command."))
                .collect(Collectors.toMap(each -> each.id().substring("command.".length()), each -> each));
    }

    /** Everything of which something is said, and what is said. */
    public record Operation(String method, String path, JsonNode json) {

        private static final Set<String> USERS = Set.of("headquarters", "committee", "platform", "auditor");

        public String id() {
            return json.get("operationId").asString();
        }

        public Stream<JsonNode> parameters() {
            return json.path("parameters").valueStream();
        }

        /** One of the demonstration's users who may do this. */
        String user() {
            return json.path("x-roles")
                    .valueStream()
                    .map(JsonNode::asString)
                    .filter(USERS::contains)
                    .findFirst()
                    .orElse("auditor");
        }

        /** The path with the example's parameters. */
        public String examplePath() {
            String filled = path;
            StringBuilder query = new StringBuilder();
            for (JsonNode parameter :
                    parameters().filter(each -> each.has("example")).toList()) {
                String name = parameter.get("name").asString();
                String value = URLEncoder.encode(text(parameter.get("example")), StandardCharsets.UTF_8);
                if (parameter.get("in").asString().equals("path")) {
                    filled = filled.replace("{" + name + "}", value);
                } else {
                    query.append(query.isEmpty() ? '?' : '&')
                            .append(name)
                            .append('=')
                            .append(value);
                }
            }
            return filled + query;
        }

        private static String text(JsonNode value) {
            return value.isArray()
                    ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(","))
                    : value.asString();
        }

        /** The lines that the example sends. */
        String exampleLines() {
            return json.at("/requestBody/content/application~1x-ndjson/example").asString();
        }

        /** What the example sends; missing when it sends nothing. */
        public JsonNode exampleBody() {
            return json.at("/requestBody/content/application~1json/example");
        }

        JsonNode bodySchema() {
            return json.at("/requestBody/content/application~1json/schema");
        }

        /** The status of the example's answer; absent when there is no example. */
        Stream<ExampleAnswer> exampleAnswers() {
            return json.get("responses").properties().stream()
                    .flatMap(answer -> answer.getValue().path("content").properties().stream()
                            .filter(type -> type.getValue().has("example"))
                            .map(type -> new ExampleAnswer(
                                    Integer.parseInt(answer.getKey()),
                                    type.getKey(),
                                    type.getValue().get("example"))));
        }

        /** The schema of an answer with this status and media type; missing when there is none. */
        public JsonNode answerSchema(int status, String type) {
            return json.get("responses")
                    .path(Integer.toString(status))
                    .path("content")
                    .path(type)
                    .path("schema");
        }

        @Override
        public String toString() {
            return id();
        }
    }

    record ExampleAnswer(int status, String type, JsonNode body) {}
}
