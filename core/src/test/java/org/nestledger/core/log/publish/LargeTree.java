package org.nestledger.core.log.publish;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.nestledger.core.log.merkle.FullTile;
import org.nestledger.core.log.merkle.LeafHash;
import org.nestledger.core.log.merkle.TileEdge;
import org.nestledger.core.testing.TestDatabase;

/**
 * The tree of a log of many events in a database that holds all its tiles, and of the events only those at the tree's edge:
 * nobody who signs or proves reads more of them.
 */
final class LargeTree implements AutoCloseable {

    final TestDatabase database = TestDatabase.ofLog();
    final int size;
    final TileEdge edge = TileEdge.empty();

    LargeTree(int size) {
        this.size = size;
        try (Connection connection = database.unpooled().getConnection()) {
            connection.setAutoCommit(false);
            fill(connection);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] leaf(int index) {
        return LeafHash.of(ByteBuffer.allocate(4).putInt(index).array());
    }

    private void fill(Connection connection) throws SQLException {
        try (PreparedStatement tiles = connection.prepareStatement("insert into log.log_tile values (?, ?, ?)");
                PreparedStatement events =
                        connection.prepareStatement("insert into log.event values (?, now(), 'test.Noted', '{}', ?)");
                PreparedStatement head =
                        connection.prepareStatement("update log.log_head set position = ?, frontier = ?")) {
            for (int i = 0; i < size; i++) {
                byte[] leaf = leaf(i);
                for (FullTile tile : edge.append(leaf)) {
                    tiles.setInt(1, tile.level());
                    tiles.setLong(2, tile.n());
                    tiles.setBytes(3, tile.hashes());
                    tiles.addBatch();
                }
                if (i >= size - size % FullTile.WIDTH) {
                    events.setLong(1, i + 1);
                    events.setBytes(2, leaf);
                    events.addBatch();
                }
            }
            tiles.executeBatch();
            events.executeBatch();
            head.setLong(1, size);
            head.setBytes(2, edge.frontier().toBytes());
            head.executeUpdate();
        }
    }

    void tamper(String sql) {
        database.execute("set session_replication_role = replica; " + sql);
    }

    @Override
    public void close() {
        database.close();
    }
}
