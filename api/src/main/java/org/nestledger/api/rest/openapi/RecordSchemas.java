package org.nestledger.api.rest.openapi;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the schemas of records say beyond what the library finds: which members are always there, which of several records
 * a sealed type is, and in which form a type is written that is a text outside.
 */
@Component
final class RecordSchemas implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType java = Json31.mapper().constructType(type.getType());
        if (java == null) {
            return rest(type, context, chain);
        }
        Class<?> raw = java.getRawClass();
        Schema<?> form = WrittenForms.of(raw);
        if (form != null) {
            return form.getProperties() == null ? form : named(raw, form, context);
        }
        if (raw.isSealed() && raw.isAnnotationPresent(JsonTypeInfo.class)) {
            return oneOf(raw, context);
        }
        Schema<?> found = rest(type, context, chain);
        if (raw.isRecord() && found != null) {
            complete(raw, model(found, context));
        }
        return found;
    }

    private static @Nullable Schema<?> rest(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }

    private static Schema<?> named(Class<?> raw, Schema<?> form, ModelConverterContext context) {
        context.defineModel(SchemaNames.name(raw), form);
        return WrittenForms.empty().$ref(SchemaNames.name(raw));
    }

    private static Schema<?> model(Schema<?> found, ModelConverterContext context) {
        String reference = found.get$ref();
        Schema<?> model = reference == null
                ? null
                : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
        return model == null ? found : model;
    }

    /** What may not be null is always there: nulls alone are left out. */
    private static void complete(Class<?> raw, Schema<?> model) {
        if (model.getProperties() == null) {
            return;
        }
        List<String> required = new ArrayList<>();
        for (RecordComponent component : raw.getRecordComponents()) {
            if (model.getProperties().containsKey(component.getName())
                    && component.getAnnotatedType().getAnnotation(Nullable.class) == null) {
                required.add(component.getName());
            }
        }
        model.setRequired(required.isEmpty() ? null : required);
    }

    /** One of several records, told apart by a member that names it. */
    @SuppressWarnings("rawtypes") // the library takes lists of these alone
    private static Schema<?> oneOf(Class<?> sealed, ModelConverterContext context) {
        String member = sealed.getAnnotation(JsonTypeInfo.class).property();
        List<Schema> choices = new ArrayList<>();
        for (Class<?> each : sealed.getPermittedSubclasses()) {
            Schema<?> reference = context.resolve(new AnnotatedType(each).resolveAsRef(true));
            Schema<?> named = WrittenForms.text().addProperty(member, name(each));
            named.setTypes(null);
            choices.add(new Schema<>().allOf(List.of(reference, named.addRequiredItem(member))));
        }
        return WrittenForms.empty().oneOf(choices);
    }

    private static Schema<?> name(Class<?> each) {
        Schema<Object> name = WrittenForms.text();
        name.setConst(each.getAnnotation(JsonTypeName.class).value());
        return name;
    }
}
