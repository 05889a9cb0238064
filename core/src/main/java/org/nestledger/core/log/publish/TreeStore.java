package org.nestledger.core.log.publish;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.nestledger.core.log.DurableCommits;
import org.nestledger.core.log.merkle.Frontier;
import org.nestledger.core.log.merkle.FullTile;
import org.nestledger.core.log.merkle.LeafHash;

/** The statements that read the tree and write checkpoints. */
final class TreeStore {

    private static final String HEAD = "select position, frontier from log.log_head";
    private static final String TILE = "select hashes from log.log_tile where level = ? and n = ?";
    private static final String TILES =
            "select n, hashes from log.log_tile where level = ? and n >= ? and n < ? order by n";
    private static final String LEAVES =
            "select leaf from log.event where position > ? and position <= ? order by position";
    private static final String BUNDLE =
            "select string_agg(substring(int4send(octet_length(record)) from 3) || record, ''::bytea order by position),"
                    + " count(*) from log.event where position > ? and position <= ?";
    private static final String NEWEST =
            "select note from log.log_checkpoint where size > ? order by size desc limit 1";
    private static final String ANY = "select exists (select from log.log_checkpoint)";
    private static final String INSERT = "insert into log.log_checkpoint (size, root, note) values (?, ?, ?)";

    private static final String NEWEST_SIZE = "select coalesce(max(size), 0) from log.log_checkpoint";
    private static final String COSIGNED =
            "select note from log.log_cosigned where size > ? order by size desc limit 1";
    private static final String INSERT_COSIGNED =
            "insert into log.log_cosigned (size, note) values (?, ?) on conflict do nothing";

    private static final int TILES_PER_PAGE = 64;

    private TreeStore() {}

    /** The tree as the database says it is; all of it is on disk. */
    static Frontier head(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(HEAD);
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("the table log.log_head is empty");
            }
            long size = row.getLong(1);
            byte[] stored = row.getBytes(2);
            DurableCommits.seen(connection);
            if (stored.length != LeafHash.LENGTH * Long.bitCount(size)) {
                throw new SignerRefusedException(
                        "The stored frontier does not fit the database's %d events: ./ledger check says what is damaged."
                                .formatted(size));
            }
            return Frontier.of(size, stored);
        }
    }

    /** The hashes of a full tile. */
    static Optional<byte[]> tile(Connection connection, int level, long n) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TILE)) {
            select.setInt(1, level);
            select.setLong(2, n);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        }
    }

    interface TileUse {
        void accept(long n, byte[] hashes);
    }

    /** Full tiles of a level, from one index to before another, in order; those that are missing are passed over. */
    static void tiles(Connection connection, int level, long from, long to, TileUse use) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TILES)) {
            for (long page = from; page < to; page += TILES_PER_PAGE) {
                select.setInt(1, level);
                select.setLong(2, page);
                select.setLong(3, Math.min(to, page + TILES_PER_PAGE));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        use.accept(row.getLong(1), row.getBytes(2));
                    }
                }
            }
        }
    }

    /** The leaf hashes after a position, in order, up to another; those that are missing are passed over. */
    static void leaves(Connection connection, long after, long last, Consumer<byte[]> use) throws SQLException {
        long page = TILES_PER_PAGE * FullTile.WIDTH;
        try (PreparedStatement select = connection.prepareStatement(LEAVES)) {
            for (long from = after; from < last; from += page) {
                select.setLong(1, from);
                select.setLong(2, Math.min(last, from + page));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        use.accept(row.getBytes(1));
                    }
                }
            }
        }
    }

    /**
     * The hashes at the right edge of a tree, per level from 0: leaves, then roots of full tiles. It reads fewer than 256
     * tiles of each level, however large the tree is. Those that are missing are passed over.
     */
    static List<List<byte[]>> edge(Connection connection, long size) throws SQLException {
        List<List<byte[]>> levels = new ArrayList<>();
        levels.add(new ArrayList<>());
        leaves(connection, size - size % FullTile.WIDTH, size, levels.getFirst()::add);
        for (long width = size / FullTile.WIDTH; width > 0; width /= FullTile.WIDTH) {
            int below = levels.size() - 1;
            List<byte[]> roots = new ArrayList<>();
            tiles(
                    connection,
                    below,
                    width - width % FullTile.WIDTH,
                    width,
                    (n, hashes) -> roots.add(new FullTile(below, n, hashes).root()));
            levels.add(roots);
        }
        return levels;
    }

    /** The leaf hashes one after the other, when all of them are there. */
    static Optional<byte[]> leaves(Connection connection, long after, long last) throws SQLException {
        ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        leaves(connection, after, last, hashes::writeBytes);
        return hashes.size() == (last - after) * LeafHash.LENGTH ? Optional.of(hashes.toByteArray()) : Optional.empty();
    }

    /** The records, each after its length, when all of them are there. */
    static Optional<byte[]> bundle(Connection connection, long after, long last) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(BUNDLE)) {
            select.setLong(1, after);
            select.setLong(2, last);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getLong(2) == last - after ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        }
    }

    static boolean anyCheckpoint(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ANY);
                ResultSet row = select.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** The note of the largest checkpoint beyond a size. */
    static Optional<byte[]> newestCheckpoint(Connection connection, long beyond) throws SQLException {
        return note(connection, NEWEST, beyond);
    }

    /** The note of the largest cosigned checkpoint beyond a size. */
    static Optional<byte[]> newestCosigned(Connection connection, long beyond) throws SQLException {
        return note(connection, COSIGNED, beyond);
    }

    private static Optional<byte[]> note(Connection connection, String sql, long beyond) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, beyond);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        }
    }

    /** Events of the largest checkpoint, 0 without any. */
    static long newestSize(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEWEST_SIZE);
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    static void insertCosigned(Connection connection, Published cosigned) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_COSIGNED)) {
            insert.setLong(1, cosigned.checkpoint().size());
            insert.setBytes(2, cosigned.note().toBytes());
            insert.executeUpdate();
        }
    }

    static void insert(Connection connection, Published published) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, published.checkpoint().size());
            insert.setBytes(2, published.checkpoint().root());
            insert.setBytes(3, published.note().toBytes());
            insert.executeUpdate();
        }
    }

    /** Passes on each hash of a tile. */
    static void each(byte[] hashes, Consumer<byte[]> use) {
        for (int at = 0; at < hashes.length; at += LeafHash.LENGTH) {
            use.accept(Arrays.copyOfRange(hashes, at, at + LeafHash.LENGTH));
        }
    }
}
