package org.nestledger.core.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.merkle.FullTile;
import org.nestledger.core.log.merkle.TileEdge;
import org.nestledger.core.log.merkle.TilePath;

/** Builds the tree from the leaves again, and holds tiles, frontier and checkpoints of the database against it. */
final class TreeCheck implements AutoCloseable {

    private final Connection connection;
    private final NoteCheck notes;
    private final Cursor checkpoints;
    private final Optional<Checkpoint> published;
    private final TileEdge edge = TileEdge.empty();
    private final long head;
    private final byte[] frontier;
    private long size;
    private long tiles;
    private long signed;

    /**
     * @param notes verifies the database's checkpoints
     * @param published the last checkpoint, which is not the database's own
     */
    TreeCheck(Connection connection, NoteCheck notes, Optional<Checkpoint> published) throws SQLException {
        this.connection = connection;
        this.notes = notes;
        this.published = published;
        this.checkpoints = new Cursor(connection, "select size, root, note from log.log_checkpoint order by size");
        try (PreparedStatement select = connection.prepareStatement("select position, frontier from log.log_head");
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new UnverifiedException("the log has no head");
            }
            head = row.getLong(1);
            frontier = row.getBytes(2);
        }
        checkCheckpoint();
    }

    /** The position that the log's head says. */
    long head() {
        return head;
    }

    /** Fails with UnverifiedException when no event can be at the position, because the log ends before. */
    void checkHead(long position) {
        if (position > head) {
            throw LogCheck.damaged(position, "it is beyond the head, which is " + head);
        }
    }

    void append(byte[] leaf) throws SQLException {
        for (FullTile tile : edge.append(leaf)) {
            checkTile(tile);
            tiles++;
        }
        size++;
        checkCheckpoint();
    }

    private void checkTile(FullTile tile) throws SQLException {
        TilePath path = TilePath.of(tile.level(), tile.n(), FullTile.WIDTH);
        try (PreparedStatement select =
                connection.prepareStatement("select hashes from log.log_tile where level = ? and n = ?")) {
            select.setInt(1, tile.level());
            select.setLong(2, tile.n());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw LogCheck.damaged(first(path, 0), path + " is missing");
                }
                List<byte[]> stored = LogCheck.hashes(row.getBytes(1));
                if (row.getBytes(1).length != tile.hashes().length) {
                    throw LogCheck.damaged(first(path, 0), path + " is not of " + FullTile.WIDTH + " hashes");
                }
                List<byte[]> expected = LogCheck.hashes(tile.hashes());
                for (int i = 0; i < FullTile.WIDTH; i++) {
                    if (!Arrays.equals(stored.get(i), expected.get(i))) {
                        throw LogCheck.damaged(
                                first(path, i),
                                "its leaf is not the one in " + path + ", where hash " + (i + 1) + " is another");
                    }
                }
            }
        }
    }

    /** The first position below a hash of a tile. */
    private static long first(TilePath path, int hash) {
        return ((path.start() + hash) << (8 * path.level())) + 1;
    }

    private void checkCheckpoint() throws SQLException {
        if (published.isPresent()
                && published.get().size() == size
                && !Arrays.equals(published.get().root(), edge.frontier().root())) {
            throw LogCheck.damaged(
                    Math.max(1, size),
                    "the first " + size + " events are not those of the checkpoint that was published");
        }
        if (checkpoints.isAt(size)) {
            byte[] root = edge.frontier().root();
            if (!Arrays.equals(root, checkpoints.row().getBytes(2))
                    || !NoteCheck.says(checkpoints.row().getBytes(3), size, root)) {
                throw LogCheck.damaged(
                        Math.max(1, size),
                        "the checkpoint of the first " + size + " events has another root than they");
            }
            notes.verify("checkpoint", size, checkpoints.row().getBytes(3));
            signed++;
            checkpoints.next();
        }
    }

    /** All leaves were given, up to this position; returns how many checkpoints were found right. */
    long end(long position) throws SQLException {
        if (position < head) {
            throw LogCheck.damaged(position + 1, "there is no event, though the head is " + head);
        }
        if (!Arrays.equals(edge.frontier().toBytes(), frontier)) {
            throw LogCheck.damaged(Math.max(1, head), "the frontier does not follow from the leaves up to here");
        }
        if (published.isPresent() && published.get().size() > head) {
            throw LogCheck.damaged(
                    head + 1,
                    "a checkpoint of " + published.get().size() + " events was published, but there is no event");
        }
        if (checkpoints.hasRow()) {
            throw LogCheck.damaged(
                    head + 1,
                    "a checkpoint of " + checkpoints.row().getLong(1) + " events was signed, but there is no event");
        }
        try (PreparedStatement count = connection.prepareStatement("select count(*) from log.log_tile");
                ResultSet row = count.executeQuery()) {
            if (row.next() && row.getLong(1) != tiles) {
                throw LogCheck.damaged(head + 1, "there are %d full tiles, not %d".formatted(row.getLong(1), tiles));
            }
        }
        return signed;
    }

    @Override
    public void close() throws SQLException {
        checkpoints.close();
    }
}
