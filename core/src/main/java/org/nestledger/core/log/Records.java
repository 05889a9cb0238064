package org.nestledger.core.log;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/** Between an event and the bytes of its record. */
final class Records {

    /** What a length of 16 bits in an entry bundle can express. */
    static final int MAX_BYTES = 65_535;

    /** About as many bytes as a record has besides its data. */
    private static final int ENVELOPE_BYTES = 700;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final PayloadCodec codec;
    private final KnownTypes types;

    Records(PayloadCodec codec) {
        this.codec = codec;
        this.types = new KnownTypes(codec.types());
    }

    KnownTypes types() {
        return types;
    }

    /** What goes into a record, before it has a position. */
    record Content(
            String id,
            String type,
            int version,
            Instant time,
            List<String> tags,
            SortedMap<String, String> metadata,
            Object payload) {}

    /**
     * An event with its record, as it is before it has a position.
     *
     * @throws IllegalArgumentException when it is too large or could not be read back
     */
    PreparedEvent prepare(Content event) {
        byte[] data = codec.encode(event.payload());
        byte[] record = record(event, data);
        // An event that nobody can decode would stop every reader for ever, so that none is let in.
        Object payload = codec.decode(event.type(), event.version(), data, 0, data.length);
        return new PreparedEvent(
                new RecordedEvent(
                        1,
                        Instant.EPOCH,
                        event.id(),
                        event.type(),
                        event.version(),
                        event.time(),
                        event.tags(),
                        Map.copyOf(event.metadata()),
                        payload,
                        codec.decodedVersion(event.type(), event.version()),
                        record.length),
                record);
    }

    private static byte[] record(Content event, byte[] data) {
        byte[] record = new JsonText(data.length + ENVELOPE_BYTES)
                .raw("{\"data\":")
                .raw(data)
                .raw(",\"id\":")
                .string(event.id())
                .raw(",\"metadata\":")
                .object(event.metadata())
                .raw(",\"tags\":")
                .strings(event.tags())
                .raw(",\"time\":\"" + TIME.format(event.time()) + "\",\"type\":")
                .string(event.type())
                .raw(",\"v\":" + event.version() + "}")
                .toBytes();
        if (record.length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "the record has %d bytes, more than %d: keep large data outside of the log"
                            .formatted(record.length, MAX_BYTES));
        }
        return record;
    }

    /**
     * Decodes the row of an event.
     *
     * @param type the row's type, for the message when the record does not tell
     */
    RecordedEvent decode(long position, Instant recordedAt, String type, byte[] record) {
        try {
            return decode(position, recordedAt, record);
        } catch (RuntimeException e) {
            throwIfMachineFailed(e);
            throw new UndecodableEventException(position, idOf(record), type, e);
        }
    }

    /** When memory runs out within a constructor, the mapper wraps that; the event is not to blame. */
    private static void throwIfMachineFailed(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof VirtualMachineError machine) {
                throw machine;
            }
        }
    }

    private RecordedEvent decode(long position, Instant recordedAt, byte[] record) {
        RecordEnvelope envelope = RecordEnvelope.parse(record);
        return new RecordedEvent(
                position,
                recordedAt,
                envelope.id(),
                envelope.type(),
                envelope.version(),
                envelope.time(),
                envelope.tags(),
                envelope.metadata(),
                envelope.payload(codec),
                codec.decodedVersion(envelope.type(), envelope.version()),
                record.length);
    }

    /** The id that a record states, "?" when it is too broken to tell. */
    static String idOf(byte[] record) {
        try {
            return RecordEnvelope.parse(record).id();
        } catch (RuntimeException _) {
            return "?";
        }
    }
}
