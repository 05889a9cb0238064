package org.nestledger.core.log;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/** Makes batches of the records of a bulk load, and refuses what an append would not have written. Not thread-safe. */
final class BulkReader {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int MIN_BYTES = 2;
    private static final String COMMAND_ID = "commandId";
    private static final String COMMAND_HASH = "commandHash";

    private final BulkLoad.Source source;
    private final Records records;
    private final Clock clock;
    private final Duration timeAhead;
    private final int batchEvents;
    private final long batchBytes;
    private @Nullable Read ahead;
    private long number;

    /** An event with what its metadata say of its command. */
    private record Read(PreparedEvent event, @Nullable String commandId, String commandHash) {}

    BulkReader(
            BulkLoad.Source source,
            Records records,
            Clock clock,
            Duration timeAhead,
            int batchEvents,
            long batchBytes) {
        this.source = source;
        this.records = records;
        this.clock = clock;
        this.timeAhead = timeAhead;
        this.batchEvents = batchEvents;
        this.batchBytes = batchBytes;
    }

    /** The next events; none when all are read. */
    BulkBatch next() throws IOException {
        if (ahead == null) {
            ahead = read();
        }
        BulkBatch batch = new BulkBatch(Math.max(1, number));
        Set<String> commands = new HashSet<>();
        for (Read next = ahead; next != null; next = read()) {
            ahead = next;
            boolean goesOn = batch.goesOn(next.commandId);
            if (!goesOn && (batch.events.size() >= batchEvents || batch.bytes() >= batchBytes)) {
                return batch;
            }
            if (!goesOn && next.commandId != null && !commands.add(next.commandId)) {
                throw new RecordRefusedException(
                        number, "its command " + next.commandId + " was executed by earlier records");
            }
            batch.add(next.event, next.commandId, next.commandHash);
        }
        ahead = null;
        return batch;
    }

    private @Nullable Read read() throws IOException {
        byte[] record = source.next();
        if (record == null) {
            return null;
        }
        number++;
        try {
            return read(record);
        } catch (UndecodableEventException undecodable) {
            throw new RecordRefusedException(number, cause(undecodable), undecodable);
        } catch (IllegalArgumentException wrong) {
            throw new RecordRefusedException(number, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private static String cause(UndecodableEventException undecodable) {
        Throwable cause = undecodable.getCause();
        return "it cannot be decoded: " + (cause == null ? undecodable.getMessage() : cause.getMessage());
    }

    private Read read(byte[] record) {
        require(
                record.length >= MIN_BYTES && record.length <= Records.MAX_BYTES,
                "it has %d bytes, not %d to %d".formatted(record.length, MIN_BYTES, Records.MAX_BYTES));
        RecordedEvent event = records.decode(number, Instant.EPOCH, "?", record);
        require(UUID.matcher(event.id()).matches(), "its id \"" + event.id() + "\" is not a UUID in lower case");
        require(
                Micros.column(event.time()).toInstant().equals(event.time()),
                "its time " + event.time() + " is not one of whole microseconds within the years 1 to 9999");
        require(
                !event.time().isAfter(clock.instant().plus(timeAhead)),
                "its time %s is more than %d s ahead of the log's clock"
                        .formatted(event.time(), timeAhead.toSeconds()));
        Set<Tag> tags = Tags.fromTexts(event.tags());
        require(Tags.toTexts(tags).equals(event.tags()), "its tags are not sorted and unique");
        return new Read(
                new PreparedEvent(event, record),
                event.metadata().get(COMMAND_ID),
                event.metadata().getOrDefault(COMMAND_HASH, ""));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
