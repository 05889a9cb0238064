package org.nestledger.api.rest.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.lang.reflect.Type;
import java.util.Objects;

/** Finds the schema of a type, and puts it and those that it names among the document's. */
final class Schemas {

    private Schemas() {}

    /** A reference to the type's schema. */
    static Schema<?> of(Type type, OpenAPI api) {
        ResolvedSchema found =
                ModelConverters.getInstance(true).resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
        found.referencedSchemas.forEach(api.getComponents()::addSchemas);
        return Objects.requireNonNull(found.schema, type.getTypeName());
    }

    /** The operation that asks at a path which is there. */
    static Operation asking(String path, OpenAPI api) {
        return Objects.requireNonNull(
                Objects.requireNonNull(api.getPaths().get(path), path).getGet());
    }

    /** The answer of an operation that always has one with this status. */
    static ApiResponse answer(Operation operation, int status) {
        return Objects.requireNonNull(operation.getResponses().get(Integer.toString(status)));
    }

    /** The schema that a reference names. */
    static Schema<?> referred(Schema<?> reference, OpenAPI api) {
        String name = Objects.requireNonNull(reference.get$ref());
        return named(name.substring(name.lastIndexOf('/') + 1), api);
    }

    /** The schema of this name, which is there. */
    static Schema<?> named(String name, OpenAPI api) {
        return Objects.requireNonNull(api.getComponents().getSchemas().get(name), name);
    }
}
