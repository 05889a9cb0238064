package org.nestledger.core.log.merkle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Records one after the other, each after its length in two bytes, as tlog-tiles bundles them. */
public final class EntryBundle {

    private static final int MAX_BYTES = 0xffff;

    /** The most bytes that a record takes, with its length. */
    public static final int MAX_BYTES_OF_ENTRY = 2 + MAX_BYTES;

    private EntryBundle() {}

    /** The bundle of these records, of at most 65,535 bytes each. */
    public static byte[] encode(List<byte[]> records) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] record : records) {
            if (record.length > MAX_BYTES) {
                throw new IllegalArgumentException("a bundle cannot hold a record of " + record.length + " bytes");
            }
            bytes.write(record.length >>> 8);
            bytes.write(record.length);
            bytes.writeBytes(record);
        }
        return bytes.toByteArray();
    }

    /**
     * The first records of a bundle.
     *
     * @param count how many
     * @param exact whether the bundle must end after them
     * @throws IllegalArgumentException when it does not hold that many, or more than exactly so many
     */
    public static List<byte[]> decode(byte[] bundle, int count, boolean exact) {
        ByteBuffer bytes = ByteBuffer.wrap(bundle);
        List<byte[]> records = new ArrayList<>(count);
        while (records.size() < count) {
            if (bytes.remaining() < 2) {
                throw new IllegalArgumentException("it ends after %d of %d records".formatted(records.size(), count));
            }
            int length = bytes.getShort() & MAX_BYTES;
            if (length > bytes.remaining()) {
                throw new IllegalArgumentException("its record %d is cut off".formatted(records.size() + 1));
            }
            byte[] record = new byte[length];
            bytes.get(record);
            records.add(record);
        }
        if (exact && bytes.hasRemaining()) {
            throw new IllegalArgumentException(
                    "it has %d bytes after its %d records".formatted(bytes.remaining(), count));
        }
        return records;
    }
}
