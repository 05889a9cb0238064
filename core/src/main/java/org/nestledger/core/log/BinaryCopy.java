package org.nestledger.core.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows for {@code COPY … FROM STDIN (format binary)}: for each row its number of columns, then each column in order. Closing
 * it before {@link #end} gives the rows up.
 */
final class BinaryCopy implements AutoCloseable {

    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int BUFFER_BYTES = 1 << 16;

    /** From 1970, where instants count from, to 2000, where the server's timestamps do. */
    static final long MICROS_TO_2000 = 946_684_800_000_000L;

    private final CopyIn copy;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

    /** Begins to fill a table, such as {@code log.event_tag (tag, position, type)}. */
    BinaryCopy(Connection connection, String table) throws SQLException {
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin (format binary)");
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    void row(int columns) throws SQLException {
        room(Short.BYTES).putShort((short) columns);
    }

    void bigint(long value) throws SQLException {
        room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
    }

    void integer(int value) throws SQLException {
        room(Integer.BYTES + Integer.BYTES).putInt(Integer.BYTES).putInt(value);
    }

    /** Microseconds since 1970. */
    void timestamp(long micros) throws SQLException {
        bigint(micros - MICROS_TO_2000);
    }

    void text(String value) throws SQLException {
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    void bytes(byte[] value) throws SQLException {
        room(Integer.BYTES).putInt(value.length);
        if (value.length > BUFFER_BYTES) {
            flush();
            copy.writeToCopy(value, 0, value.length);
        } else {
            room(value.length).put(value);
        }
    }

    /** Sends the rest and waits until the server has taken all rows. */
    void end() throws SQLException {
        room(Short.BYTES).putShort((short) -1);
        flush();
        copy.endCopy();
    }

    private ByteBuffer room(int bytes) throws SQLException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
