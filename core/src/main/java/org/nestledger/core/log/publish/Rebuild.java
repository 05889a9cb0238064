package org.nestledger.core.log.publish;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.merkle.FullTile;
import org.nestledger.core.log.merkle.TileEdge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds the published tree again from every tile of level 0, and holds all tiles above against it. This reads 32 bytes an
 * event, seconds for millions of them, so that it has a thread of its own.
 */
final class Rebuild implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final int TILES_AT_ONCE = 256;
    private static final long RETRY_MILLIS = 1_000;

    private final DataSource dataSource;
    private final Checkpoint published;
    private TileEdge tree = TileEdge.empty();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("log-rebuild").daemon().unstarted(this::run);
    private volatile long reached;
    private volatile @Nullable SignerRefusedException damage;

    Rebuild(DataSource dataSource, Checkpoint published) {
        this.dataSource = dataSource;
        this.published = published;
    }

    void start() {
        thread.start();
    }

    /** Waits until it has ended, not longer than so long. */
    void await(Duration patience) throws InterruptedException {
        boolean _ = ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How many of the published events were read again. */
    long reached() {
        return reached;
    }

    /**
     * Passes when nothing was found until now.
     *
     * @throws SignerRefusedException when the database has not the published tree any more
     */
    void check() {
        SignerRefusedException found = damage;
        if (found != null) {
            throw found;
        }
    }

    private void run() {
        try {
            while (closing.getCount() > 0 && !isComplete()) {
                try (Connection connection = dataSource.getConnection()) {
                    readOn(connection);
                } catch (SQLException | RuntimeException trouble) {
                    if (trouble instanceof SignerRefusedException found) {
                        throw found;
                    }
                    LOG.warn("The published tree cannot be built again now, trying again: {}", trouble.getMessage());
                    boolean _ = closing.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
        } catch (SignerRefusedException found) {
            damage = found;
        } catch (InterruptedException _) {
            closing.countDown();
        } finally {
            ended.countDown();
        }
    }

    /** Ends it, complete or not. */
    @Override
    public void close() {
        closing.countDown();
        try {
            if (thread.getState() != Thread.State.NEW) {
                thread.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isComplete() {
        return reached == published.size();
    }

    private void readOn(Connection connection) throws SQLException {
        long full = published.size() / FullTile.WIDTH;
        while (closing.getCount() > 0 && tree.size() < full * FullTile.WIDTH) {
            readTiles(connection, tree.size() / FullTile.WIDTH, full);
        }
        if (closing.getCount() > 0) {
            TileEdge whole = tree.copy();
            TreeStore.leaves(connection, tree.size(), published.size(), whole::append);
            if (whole.size() != published.size()
                    || !Arrays.equals(whole.frontier().root(), published.root())) {
                throw VerifiedTree.changed(published, null);
            }
            reached = published.size();
        }
    }

    /** On a copy, so that a lost connection in between leaves the tree as it was. */
    private void readTiles(Connection connection, long from, long full) throws SQLException {
        TileEdge grown = tree.copy();
        List<FullTile> above = new ArrayList<>();
        TreeStore.tiles(
                connection,
                0,
                from,
                Math.min(full, from + TILES_AT_ONCE),
                (_, hashes) -> TreeStore.each(
                        hashes,
                        leaf -> grown.append(leaf).stream()
                                .filter(tile -> tile.level() > 0)
                                .forEach(above::add)));
        if (grown.size() != FullTile.WIDTH * Math.min(full, from + TILES_AT_ONCE)) {
            throw VerifiedTree.changed(published, null);
        }
        for (FullTile tile : above) {
            byte[] stored = TreeStore.tile(connection, tile.level(), tile.n()).orElse(new byte[0]);
            if (!Arrays.equals(stored, tile.hashes())) {
                throw VerifiedTree.changed(published, null);
            }
        }
        tree = grown;
        reached = grown.size();
    }
}
