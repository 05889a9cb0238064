package org.nestledger.core.log.publish;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.nestledger.core.log.merkle.FullTile;
import org.nestledger.core.log.merkle.LeafHash;
import org.nestledger.core.log.merkle.TileEdge;
import org.nestledger.core.log.merkle.TilePath;
import org.nestledger.core.log.merkle.TileReader;

/**
 * The tiles and entry bundles of the log in the database, whether published or not. The tiles at the tree's edge, which no
 * table holds, are those that the signer keeps; each other tile is one row. Safe for use by many threads.
 */
final class LogTiles implements TileReader {

    private final DataSource dataSource;
    private final Supplier<Optional<TileEdge>> edge;

    /** @param edge of the published tree or of a later one, which nobody changes; nothing while it is not known */
    LogTiles(DataSource dataSource, Supplier<Optional<TileEdge>> edge) {
        this.dataSource = dataSource;
        this.edge = edge;
    }

    /**
     * The bytes of a tile or bundle; nothing when the database has not all of it.
     *
     * @throws EventStoreException when the database does not answer
     */
    Optional<byte[]> find(TilePath path) {
        Optional<byte[]> atEdge = edge.get().flatMap(known -> known.find(path));
        if (atEdge.isPresent()) {
            return atEdge;
        }
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

    private static Optional<byte[]> find(Connection connection, TilePath path) throws SQLException {
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

    /** Only a log whose signer refused, or has not begun yet, comes here: it has no edge. */
    private static Optional<byte[]> rootsBelow(Connection connection, TilePath path) throws SQLException {
        int below = path.level() - 1;
        ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        TreeStore.tiles(
                connection,
                below,
                path.start(),
                path.end(),
                (n, tile) -> hashes.writeBytes(new FullTile(below, n, tile).root()));
        return hashes.size() == path.width() * LeafHash.LENGTH ? Optional.of(hashes.toByteArray()) : Optional.empty();
    }
}
