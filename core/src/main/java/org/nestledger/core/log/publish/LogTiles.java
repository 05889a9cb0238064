package org.nestledger.core.log.publish;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.nestledger.core.log.merkle.FullTile;
import org.nestledger.core.log.merkle.LeafHash;
import org.nestledger.core.log.merkle.TilePath;
import org.nestledger.core.log.merkle.TileReader;

/** The tiles and entry bundles of the log in the database, whether published or not. Safe for use by many threads. */
final class LogTiles implements TileReader {

    private static final int REMEMBERED_ROOTS = 20_000;

    private final DataSource dataSource;

    /** Roots of full tiles, which never change; a partial tile of a higher level is made of them. */
    private final Map<TilePath, byte[]> roots = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TilePath, byte[]> eldest) {
            return size() > REMEMBERED_ROOTS;
        }
    };

    LogTiles(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * The bytes of a tile or bundle; nothing when the database has not all of it.
     *
     * @throws EventStoreException when the database does not answer
     */
    Optional<byte[]> find(TilePath path) {
        try (Connection connection = dataSource.getConnection()) {
            return find(connection, path);
        } catch (SQLException e) {
            throw new EventStoreException("the log's tiles cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public byte[] read(TilePath path) {
        return find(path)
                .orElseThrow(() -> new EventStoreException(
                        "the database has not all of " + path + ": ./ledger check says what is damaged"));
    }

    private Optional<byte[]> find(Connection connection, TilePath path) throws SQLException {
        if (path.level() == TilePath.ENTRIES) {
            return TreeStore.bundle(connection, path.start(), path.end());
        }
        Optional<byte[]> full = TreeStore.tile(connection, path.level(), path.n());
        if (full.isPresent()) {
            return full.map(hashes -> Arrays.copyOf(hashes, path.width() * LeafHash.LENGTH));
        }
        if (path.isFull()) {
            return Optional.empty();
        }
        return path.level() == 0
                ? TreeStore.leaves(connection, path.start(), path.end())
                : rootsBelow(connection, path);
    }

    private Optional<byte[]> rootsBelow(Connection connection, TilePath path) throws SQLException {
        int level = path.level() - 1;
        long from = path.start();
        ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        while (from < path.end() && remembered(level, from).isPresent()) {
            hashes.writeBytes(remembered(level, from).orElseThrow());
            from++;
        }
        TreeStore.tiles(connection, level, from, path.end(), (n, tile) -> {
            byte[] root = new FullTile(level, n, tile).root();
            remember(level, n, root);
            hashes.writeBytes(root);
        });
        return hashes.size() == path.width() * LeafHash.LENGTH ? Optional.of(hashes.toByteArray()) : Optional.empty();
    }

    private Optional<byte[]> remembered(int level, long n) {
        synchronized (roots) {
            return Optional.ofNullable(roots.get(TilePath.of(level, n, FullTile.WIDTH)));
        }
    }

    private void remember(int level, long n, byte[] root) {
        synchronized (roots) {
            roots.put(TilePath.of(level, n, FullTile.WIDTH), root);
        }
    }
}
