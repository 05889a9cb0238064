package org.nestledger.api.rest.openapi;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds JSON against the schemas of a description, more strictly than a client has to: a member that the description does
 * not name is a mistake of one or the other.
 */
public final class DescribedSchemas {

    private static final String NAMED = "#/components/schemas/";
    private static final String OPEN = "-open";

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final ObjectNode components = JsonNodeFactory.instance.objectNode();
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

    public DescribedSchemas(Description description) {
        ObjectNode schemas = components.putObject("schemas");
        description.json().at("/components/schemas").properties().forEach(each -> {
            schemas.set(each.getKey(), strict(each.getValue(), false));
            schemas.set(each.getKey() + OPEN, strict(each.getValue(), true));
        });
    }

    /** What is wrong with it; nothing when it is as the schema says. */
    public List<String> faults(JsonNode schema, JsonNode json) {
        return compiled.computeIfAbsent(schema, this::compile).validate(json).stream()
                .map(Error::toString)
                .limit(5)
                .toList();
    }

    private Schema compile(JsonNode schema) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.set("components", components);
        root.putArray("allOf").add(strict(schema, false));
        return registry.getSchema(root);
    }

    /** Closes each object where it is whole: not the parts of which several make one. */
    private static JsonNode strict(JsonNode schema, boolean part) {
        if (schema instanceof ArrayNode several) {
            ArrayNode copies = JsonNodeFactory.instance.arrayNode();
            several.forEach(each -> copies.add(strict(each, part)));
            return copies;
        }
        if (!(schema instanceof ObjectNode object)) {
            return schema;
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(member -> copy.set(member.getKey(), inner(member.getKey(), member.getValue())));
        if (part && copy.has("$ref")) {
            copy.put("$ref", copy.get("$ref").asString() + OPEN);
        }
        boolean whole = copy.has("allOf") || (copy.has("properties") && !copy.has("additionalProperties"));
        if (whole && !part) {
            copy.put("unevaluatedProperties", false);
        }
        return copy;
    }

    private static JsonNode inner(String keyword, JsonNode value) {
        return switch (keyword) {
            case "allOf" -> strict(value, true);
            case "properties" -> {
                ObjectNode copies = JsonNodeFactory.instance.objectNode();
                value.properties().forEach(each -> copies.set(each.getKey(), strict(each.getValue(), false)));
                yield copies;
            }
            case "anyOf", "oneOf", "items", "additionalProperties" -> strict(value, false);
            default -> value;
        };
    }

    /** The name of a schema that is referred to. */
    static String name(String reference) {
        return reference.substring(NAMED.length());
    }
}
