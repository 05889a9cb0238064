package org.nestledger.api.rest.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import org.nestledger.api.events.CloudEventWriter;

/** The schema of an event as a CloudEvent, whose library has none. */
final class CloudEventSchema {

    private CloudEventSchema() {}

    static Schema<?> of() {
        Schema<Object> version = WrittenForms.text();
        version.setConst("1.0");
        Schema<?> event = WrittenForms.typed("object")
                .addProperty("specversion", version)
                .addProperty("id", text("The id of the event."))
                .addProperty("source", text("The name of the log."))
                .addProperty("type", text("`" + CloudEventWriter.PREFIX + "` and the type in the log."))
                .addProperty("subject", text("The zone in whose books it is."))
                .addProperty(
                        "time",
                        text("When it was recorded by its writer's clock.").format("date-time"))
                .addProperty("datacontenttype", text("Always `application/json`."))
                .addProperty("data", WrittenForms.empty().description("What the event says, in the form of its type."))
                .addProperty("position", text("Its position in the log.").pattern("^[0-9]+$"))
                .addProperty(
                        "recordedat",
                        text("The recording instant that counts for `knownAt`.").format("date-time"))
                .addProperty("dataversion", WrittenForms.integer(1, null).description("The version of its type."))
                .addProperty("actor", text("Who gave the command."))
                .addProperty("commandid", text("The id of the command."));
        event.setRequired(List.of("specversion", "id", "source", "type", "time", "data", "position", "recordedat"));
        return event;
    }

    private static Schema<?> text(String description) {
        return WrittenForms.text().description(description);
    }
}
