package org.nestledger.core.log;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One event of the log, decoded.
 *
 * @param position place in the log: 1, 2, 3, …, without gaps
 * @param recordedAt when the log took the event, microseconds, never earlier than that of the position before
 * @param id lower-case UUID of the event
 * @param type qualified name of the event's type
 * @param version version of the type's data as it is stored, before any upcaster
 * @param time when the event happened as its sender says, microseconds
 * @param tags "key:value", sorted, unique
 * @param metadata the record's metadata
 * @param payload what the codec decoded
 * @param payloadVersion version of the payload, after all upcasters
 * @param bytes length of its record
 */
public record RecordedEvent(
        long position,
        Instant recordedAt,
        String id,
        String type,
        int version,
        Instant time,
        List<String> tags,
        Map<String, String> metadata,
        Object payload,
        int payloadVersion,
        int bytes) {

    /** The same event as if it had said something else. */
    public RecordedEvent saying(Object otherPayload) {
        return new RecordedEvent(
                position, recordedAt, id, type, version, time, tags, metadata, otherPayload, payloadVersion, bytes);
    }

    /** The same event at its place in the log. */
    RecordedEvent at(long newPosition, Instant recorded) {
        return new RecordedEvent(
                newPosition, recorded, id, type, version, time, tags, metadata, payload, payloadVersion, bytes);
    }
}
