package org.nestledger.core.log;

import java.time.Instant;

/** Reads records that stand outside of a database: in an export, or in what somebody shows. */
public final class RecordReader {

    private final Records records;

    public RecordReader(PayloadCodec codec) {
        this.records = new Records(codec);
    }

    /**
     * The event of a record.
     *
     * @param position where the log has it, as somebody else has verified
     * @return the event, recorded at its own time, because no record tells more
     * @throws UndecodableEventException when its type or version is unknown or it is malformed
     */
    public RecordedEvent read(long position, byte[] record) {
        RecordedEvent event = records.decode(position, Instant.EPOCH, "?", record);
        return event.at(position, event.time());
    }
}
