package org.nestledger.core.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.log.merkle.LeafHash;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads the log in one stream of rows, up to its head at the beginning, and compares each record with its leaf. While one part of it is used, the next ones are
 * decoded by other threads.
 */
final class LogScan {

    private static final int PART = 500;
    private static final int PART_BYTES = 500_000;
    private static final int PARTS_AHEAD = 8;
    private static final int SIGNATURE_BYTES = 11;
    private static final short END = -1;

    private final Records records;
    private final Consumer<RecordedEvent> use;
    private final Deque<Future<Decoded>> ahead = new ArrayDeque<>();
    private long last;

    /** A row as the server sent it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Row(long position, long micros, String type, byte[] record, byte[] leaf) {}

    /**
     * Consecutive events.
     *
     * @param failure why the event after them cannot be decoded
     */
    private record Decoded(
            List<RecordedEvent> events, @Nullable UndecodableEventException failure) {}

    private LogScan(Records records, long after, Consumer<RecordedEvent> use) {
        this.records = records;
        this.use = use;
        this.last = after;
    }

    /** Hands on every event after a position, on the caller's thread; returns the position of the last. */
    static long run(Connection connection, Records records, Durable.Mark disk, long after, Consumer<RecordedEvent> use)
            throws SQLException {
        LogScan scan = new LogScan(records, after, use);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            // A long log takes longer than any one request may.
            statement.execute("set local statement_timeout = 0");
            scan.copy(connection, after, durable(connection, statement, disk));
            connection.commit();
        } catch (SQLException | RuntimeException failure) {
            rollback(connection, failure);
            throw failure;
        }
        connection.setAutoCommit(true);
        return scan.last;
    }

    /** The head, up to which the log is on disk. */
    private static long durable(Connection connection, Statement statement, Durable.Mark disk) throws SQLException {
        try (ResultSet row = statement.executeQuery("select position from log.log_head")) {
            long head = row.next() ? row.getLong(1) : 0;
            disk.await(connection, head);
            return head;
        }
    }

    private static void rollback(Connection connection, Exception cause) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException broken) {
            cause.addSuppressed(broken);
        }
    }

    private void copy(Connection connection, long after, long last) throws SQLException {
        CopyOut copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (select position, recorded_at, type, record, leaf from log.event where position > "
                        + after + " and position <= " + last + " order by position) to stdout (format binary)");
        try (ExecutorService decoders = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().name("log-decoder-", 0).daemon().factory())) {
            read(copy, decoders);
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void read(CopyOut copy, ExecutorService decoders) throws SQLException {
        List<Row> part = new ArrayList<>(PART);
        int size = 0;
        boolean first = true;
        for (byte[] bytes = copy.readFromCopy(); bytes != null; bytes = copy.readFromCopy()) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            if (first) {
                buffer.position(SIGNATURE_BYTES + Integer.BYTES);
                buffer.position(buffer.getInt() + buffer.position());
                first = false;
            }
            while (buffer.hasRemaining() && buffer.getShort() != END) {
                part.add(row(buffer));
            }
            size += bytes.length;
            if (part.size() >= PART || size >= PART_BYTES) {
                List<Row> full = part;
                ahead.add(decoders.submit(() -> decoded(full)));
                part = new ArrayList<>(PART);
                size = 0;
                if (ahead.size() > PARTS_AHEAD) {
                    useNext();
                }
            }
        }
        List<Row> rest = part;
        ahead.add(decoders.submit(() -> decoded(rest)));
        while (!ahead.isEmpty()) {
            useNext();
        }
    }

    private static Row row(ByteBuffer buffer) {
        buffer.getInt();
        long position = buffer.getLong();
        buffer.getInt();
        long micros = buffer.getLong() + BinaryCopy.MICROS_TO_2000;
        return new Row(
                position, micros, new String(bytes(buffer), StandardCharsets.UTF_8), bytes(buffer), bytes(buffer));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.getInt()];
        buffer.get(bytes);
        return bytes;
    }

    private Decoded decoded(List<Row> rows) {
        List<RecordedEvent> events = new ArrayList<>(rows.size());
        try {
            for (Row row : rows) {
                requireUnchanged(row);
                Instant recordedAt = Instant.EPOCH.plus(row.micros, ChronoUnit.MICROS);
                events.add(records.decode(row.position, recordedAt, row.type, row.record));
            }
            return new Decoded(events, null);
        } catch (UndecodableEventException undecodable) {
            return new Decoded(events, undecodable);
        }
    }

    /** What somebody changed within the database is no fact: whatever is made of a whole log is made of what is signed. */
    private static void requireUnchanged(Row row) {
        if (!Arrays.equals(LeafHash.of(row.record), row.leaf)) {
            throw UndecodableEventException.changed(row.position, Records.idOf(row.record), row.type);
        }
    }

    private void useNext() {
        Decoded decoded = result(ahead.remove());
        for (RecordedEvent event : decoded.events) {
            use.accept(event);
            last = event.position();
        }
        if (decoded.failure != null) {
            throw decoded.failure;
        }
    }

    private static Decoded result(Future<Decoded> decoded) {
        try {
            return decoded.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventStoreException("interrupted while reading the log", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("events could not be decoded", e);
        }
    }
}
