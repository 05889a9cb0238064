package org.nestledger.api.events;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.ledger.LedgerCodec;
import org.nestledger.core.log.PayloadCodec;
import org.nestledger.core.log.RecordedEvent;

/**
 * Events as CloudEvents 1.0 in the JSON event format. Beside the attributes of the specification they have {@code position},
 * {@code recordedat}, {@code dataversion}, {@code actor}, {@code approvedby} and {@code commandid}. The data is that of the current version of
 * its type; the bytes as they are stored are in the entry bundles of the log.
 */
public final class CloudEventWriter {

    /** What comes before a type of the log, so that it is a name of this ledger among those of others. */
    public static final String PREFIX = "org.nestledger.";

    private static final String JSON = "application/json";

    private final JsonFormat format = new JsonFormat();
    private final PayloadCodec codec = new LedgerCodec();
    private final URI source;

    /** @param source the name of the log, without a scheme */
    public CloudEventWriter(String source) {
        this.source = URI.create(source);
    }

    /** One event as a JSON object on one line, in UTF-8. */
    public byte[] one(RecordedEvent event) {
        return format.serialize(cloudEvent(event));
    }

    /** Events as a JSON array, in UTF-8. */
    public byte[] batch(List<RecordedEvent> events) {
        ByteArrayOutputStream batch = new ByteArrayOutputStream();
        batch.write('[');
        for (int i = 0; i < events.size(); i++) {
            if (i > 0) {
                batch.write(',');
            }
            batch.writeBytes(one(events.get(i)));
        }
        batch.write(']');
        return batch.toByteArray();
    }

    private CloudEvent cloudEvent(RecordedEvent event) {
        CloudEventBuilder builder = CloudEventBuilder.v1()
                .withId(event.id())
                .withSource(source)
                .withType(PREFIX + event.type())
                .withTime(event.time().atOffset(ZoneOffset.UTC))
                .withData(JSON, codec.encode(event.payload()))
                .withExtension("position", Long.toString(event.position()))
                .withExtension("recordedat", event.recordedAt().atOffset(ZoneOffset.UTC))
                .withExtension("dataversion", event.payloadVersion());
        if (event.payload() instanceof LedgerEvent ofZone) {
            builder.withSubject(ofZone.zone());
        }
        String actor = event.metadata().get("actor");
        if (actor != null) {
            builder.withExtension("actor", actor);
        }
        String approvedBy = event.metadata().get("approvedBy");
        if (approvedBy != null) {
            builder.withExtension("approvedby", approvedBy);
        }
        String commandId = event.metadata().get("commandId");
        if (commandId != null) {
            builder.withExtension("commandid", commandId);
        }
        return builder.build();
    }
}
