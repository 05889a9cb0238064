package org.nestledger.core.log;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/** Turns the framework's events and condition into an item of the writer, on the caller's thread. */
final class Preparation {

    private static final String COMMAND_ID = "commandId";
    private static final String COMMAND_HASH = "commandHash";

    private final Records records;

    Preparation(Records records) {
        this.records = records;
    }

    /**
     * Fails with IllegalArgumentException, which names the event, when one cannot be written, or all are too much.
     *
     * @param further what must hold besides the condition
     */
    AppendItem item(AppendCondition condition, List<Precondition> further, List<TaggedEventMessage<?>> events) {
        if (events.size() > LogOptions.EVENTS_PER_APPEND) {
            throw new IllegalArgumentException("an append of %d events is too large: %d are written together at most"
                    .formatted(events.size(), LogOptions.EVENTS_PER_APPEND));
        }
        List<Precondition> conditions = new ArrayList<>();
        if (!condition.consistencyMarker().equals(ConsistencyMarker.INFINITY)) {
            conditions.add(new Precondition(
                    new Criteria(condition.criteria()),
                    GlobalIndexConsistencyMarker.position(condition.consistencyMarker())));
        }
        conditions.addAll(further);
        List<PreparedEvent> prepared = new ArrayList<>(events.size());
        long bytes = 0;
        for (TaggedEventMessage<?> tagged : events) {
            PreparedEvent event = event(tagged.event(), tagged.tags());
            prepared.add(event);
            bytes += event.record.length;
            if (bytes > LogOptions.BYTES_PER_APPEND) {
                throw new IllegalArgumentException(
                        "an append of more than %d bytes is too large".formatted(LogOptions.BYTES_PER_APPEND));
            }
        }
        String commandId = same(COMMAND_ID, events);
        String commandHash = same(COMMAND_HASH, events);
        return new AppendItem(prepared, conditions, commandId, commandHash == null ? "" : commandHash);
    }

    private PreparedEvent event(EventMessage message, Set<Tag> tags) {
        try {
            Instant time = message.timestamp().truncatedTo(ChronoUnit.MICROS);
            List<String> texts = Tags.toTexts(tags);
            return records.prepare(new Records.Content(
                    lowerCaseUuid(message.identifier()),
                    message.type().name(),
                    version(message.type().version()),
                    time,
                    texts,
                    new TreeMap<>(message.metadata()),
                    payload(message)));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "the event %s of type %s cannot be written: %s"
                            .formatted(message.identifier(), message.type(), e.getMessage()),
                    e);
        }
    }

    private static Object payload(EventMessage message) {
        Object payload = message.payload();
        if (payload == null) {
            throw new IllegalArgumentException("it has no payload");
        }
        return payload;
    }

    private static String lowerCaseUuid(String id) {
        String uuid = UUID.fromString(id).toString();
        if (!uuid.equalsIgnoreCase(id)) {
            throw new IllegalArgumentException("its id is not a UUID");
        }
        return uuid;
    }

    private static int version(String version) {
        try {
            return Integer.parseInt(version);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "the version of its type must be an integer, not \"" + version + "\"", e);
        }
    }

    /** The value that all events of an append share, null when none has one. */
    private static @Nullable String same(String key, List<TaggedEventMessage<?>> events) {
        String shared = null;
        for (int i = 0; i < events.size(); i++) {
            Map<String, String> metadata = events.get(i).event().metadata();
            String value = metadata.get(key);
            if (i > 0 && !Objects.equals(shared, value)) {
                throw new IllegalArgumentException("the events of one append differ in their " + key);
            }
            shared = value;
        }
        return shared;
    }
}
