package org.nestledger.api.rest.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.ledger.Submission;
import org.nestledger.core.measure.Id;
import org.springdoc.core.providers.JavadocProvider;
import org.springframework.stereotype.Component;

/** The schemas of what commands say: nothing that they do not know, and ids in the form of ids. */
@Component
final class CommandSchemas {

    private static final int LONGEST_TEXT = 4_000;

    /** What members mean that many commands have. */
    private static final Map<String, String> COMMON = Map.of(
            "zone", "The zone in whose books it is recorded.",
            "occurredOn", "The business day on which it happened; not after today in the zone.",
            "documents", "The papers that support it; some commands need one with a number.",
            "parcel", "The id of the parcel.",
            "project", "The id of the project.",
            "supply", "The id of the supply.",
            "enterprise", "The id of the enterprise.",
            "permit", "The id of the permit.",
            "name", "What people call it.",
            "reason", "Why, in words.");

    private final JavadocProvider javadoc;

    CommandSchemas(JavadocProvider javadoc) {
        this.javadoc = javadoc;
    }

    /** What its class says about it, ending with a space; empty when it says nothing. */
    String about(Class<?> command) {
        String said = javadoc.getClassJavadoc(command);
        return said == null || said.isBlank() ? "" : said.strip() + " ";
    }

    /** A reference to the schema of a command, with its id. */
    Schema<?> of(Class<?> command, OpenAPI api) {
        Schema<?> reference = Schemas.of(command, api);
        Schema<?> schema = Schemas.referred(reference, api);
        schema.addProperty(
                "commandId",
                WrittenForms.text()
                        .minLength(1)
                        .maxLength(Submission.MAX_ID_LENGTH)
                        .description(
                                "The id of the command, by which it is recorded once however often it is sent; here or"
                                        + " in the header `Idempotency-Key`."));
        close(command, schema, api);
        return reference;
    }

    /** Takes no members beside its own; what may be absent is not required, and a list may always be. */
    private void close(Class<?> type, Schema<?> schema, OpenAPI api) {
        schema.setAdditionalProperties(false);
        List<String> required = new ArrayList<>(schema.getRequired() == null ? List.of() : schema.getRequired());
        for (RecordComponent component : type.getRecordComponents()) {
            Schema<?> member = schema.getProperties().get(component.getName());
            if (component.getType() == List.class) {
                required.remove(component.getName());
            }
            narrow(component, member);
            @Nullable Class<?> inner = inner(component);
            if (inner != null) {
                close(inner, Schemas.named(SchemaNames.name(inner), api), api);
            }
        }
        schema.setRequired(required.isEmpty() ? null : required);
    }

    private static @Nullable Class<?> inner(RecordComponent component) {
        Class<?> type = component.getType() == List.class
                ? (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
                : component.getType();
        return type.isRecord() && WrittenForms.of(type) == null ? type : null;
    }

    private static void narrow(RecordComponent component, @Nullable Schema<?> member) {
        if (member == null) {
            return;
        }
        if (member.getDescription() == null && member.get$ref() == null) {
            member.setDescription(COMMON.get(component.getName()));
        }
        if (component.getAnnotation(Id.class) != null) {
            member.setPattern("^" + Id.SYNTAX.pattern() + "$");
        } else if (component.getType() == String.class) {
            member.setMinLength(1);
            member.setMaxLength(LONGEST_TEXT);
        }
    }
}
