package org.nestledger.core.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.log.merkle.FullTile;
import org.nestledger.core.log.merkle.TileEdge;

/** What the writer must know of the log to append to it. Not thread-safe. */
final class LogState {

    /** Beyond this many events of other processes it is cheaper to load the edge of the tree than to rebuild it. */
    private static final long CATCH_UP_LIMIT = 50_000;

    private static final long NOTHING_KNOWN = -1;

    private static final String HEAD = Sql.load("head");
    private static final String LEAVES =
            "select recorded_at, leaf from log.event where position > ? and position <= ? order by position";
    private static final String TILES =
            "select level, n, hashes from log.log_tile where level = ? and n >= ? order by n";

    private long position;
    private long epoch;
    private Instant recordedAt;
    private TileEdge edge;

    private LogState(long position, long epoch, Instant recordedAt, TileEdge edge) {
        this.position = position;
        this.epoch = epoch;
        this.recordedAt = recordedAt;
        this.edge = edge;
    }

    static LogState load(Connection connection) throws SQLException {
        LogState state = new LogState(NOTHING_KNOWN, 0, Instant.MIN, TileEdge.empty());
        state.refresh(connection, false);
        return state;
    }

    LogState copy() {
        return new LogState(position, epoch, recordedAt, edge.copy());
    }

    long position() {
        return position;
    }

    long epoch() {
        return epoch;
    }

    byte[] frontier() {
        return edge.frontier().toBytes();
    }

    /** Takes the next position for an event; returns the tiles that became full. */
    List<FullTile> append(PreparedEvent event) {
        return append(event.event.time(), event.leaf);
    }

    /** When the event at the position was recorded. */
    Instant recordedAt() {
        return recordedAt;
    }

    /** Follows what other processes wrote, keeping the head's row locked until the end of the transaction if so asked. */
    void refresh(Connection connection, boolean lock) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(lock ? HEAD + " for update of h" : HEAD);
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("the table log.log_head is empty: migrate the schema first");
            }
            epoch = row.getLong(2);
            follow(connection, row.getLong(1), row.getBytes(3), row.getObject(4, OffsetDateTime.class));
        }
    }

    private void follow(Connection connection, long head, byte[] stored, @Nullable OffsetDateTime lastRecordedAt)
            throws SQLException {
        if (position != NOTHING_KNOWN && head >= position && head - position <= CATCH_UP_LIMIT) {
            appendLeaves(connection, head);
        } else {
            edge = TileEdge.of(head, edgeHashes(connection, head));
            recordedAt = lastRecordedAt == null ? Instant.MIN : lastRecordedAt.toInstant();
            position = head;
        }
        if (position != head || !Arrays.equals(frontier(), stored)) {
            throw new IllegalStateException(
                    "the stored frontier of %d events does not follow from their leaf hashes".formatted(head));
        }
    }

    private void appendLeaves(Connection connection, long head) throws SQLException {
        if (head == position) {
            return;
        }
        try (PreparedStatement select = connection.prepareStatement(LEAVES)) {
            select.setLong(1, position);
            select.setLong(2, head);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    append(Micros.read(row, "recorded_at"), row.getBytes("leaf"));
                }
            }
        }
    }

    private List<FullTile> append(Instant time, byte[] leaf) {
        position++;
        recordedAt = time.isAfter(recordedAt) ? time : recordedAt;
        return edge.append(leaf);
    }

    private static List<List<byte[]>> edgeHashes(Connection connection, long head) throws SQLException {
        List<List<byte[]>> levels = new ArrayList<>();
        levels.add(leaves(connection, head - head % FullTile.WIDTH, head));
        for (long width = head / FullTile.WIDTH; width > 0; width /= FullTile.WIDTH) {
            levels.add(roots(connection, levels.size() - 1, width - width % FullTile.WIDTH));
        }
        return levels;
    }

    private static List<byte[]> leaves(Connection connection, long after, long last) throws SQLException {
        List<byte[]> leaves = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(LEAVES)) {
            select.setLong(1, after);
            select.setLong(2, last);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    leaves.add(row.getBytes("leaf"));
                }
            }
        }
        return leaves;
    }

    private static List<byte[]> roots(Connection connection, int level, long from) throws SQLException {
        List<byte[]> roots = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(TILES)) {
            select.setInt(1, level);
            select.setLong(2, from);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    roots.add(new FullTile(row.getInt(1), row.getLong(2), row.getBytes(3)).root());
                }
            }
        }
        return roots;
    }
}
