package org.nestledger.core.log.publish;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.merkle.Frontier;
import org.nestledger.core.log.merkle.FullTile;
import org.nestledger.core.log.merkle.TileEdge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tree that was published last, kept outside of the database: what the database adds is taken only on top of it, so
 * that no change of what was published before can ever get a signature. Not thread-safe.
 */
final class VerifiedTree {

    private static final Logger LOG = LoggerFactory.getLogger(VerifiedTree.class);

    private TileEdge tree;

    private VerifiedTree(TileEdge tree) {
        this.tree = tree;
    }

    /**
     * Takes the right edge of a checkpoint's tree from the database: the leaves and the roots of full tiles that its root is
     * made of. What lies deeper is the work of {@link Rebuild}.
     *
     * @throws SignerRefusedException when the database has not that tree any more
     */
    static VerifiedTree open(Connection connection, Checkpoint published) throws SQLException {
        long head = TreeStore.head(connection).size();
        if (head < published.size()) {
            throw rolledBack(head, published.size());
        }
        try {
            TileEdge edge = TileEdge.of(published.size(), TreeStore.edge(connection, published.size()));
            if (Arrays.equals(edge.frontier().root(), published.root())) {
                return new VerifiedTree(edge);
            }
        } catch (IllegalArgumentException incomplete) {
            throw changed(published, incomplete);
        }
        throw changed(published, null);
    }

    /** Whether the database has the tree of a checkpoint. */
    static boolean isOf(Connection connection, Checkpoint checkpoint) throws SQLException {
        try {
            VerifiedTree _ = open(connection, checkpoint);
            return true;
        } catch (SignerRefusedException another) {
            LOG.debug("a checkpoint is of another tree", another);
            return false;
        }
    }

    long size() {
        return tree.size();
    }

    /** The tree's edge, which is replaced when the tree grows and never changed. */
    TileEdge edge() {
        return tree;
    }

    /**
     * Takes the database's head when it follows from the published tree; returns the tree.
     *
     * @throws SignerRefusedException when it does not
     */
    TileEdge grow(Connection connection) throws SQLException {
        Frontier head = TreeStore.head(connection);
        if (head.size() < tree.size()) {
            throw rolledBack(head.size(), tree.size());
        }
        TileEdge grown = extended(connection, head.size());
        if (grown.size() != head.size() || !Arrays.equals(grown.frontier().toBytes(), head.toBytes())) {
            throw new SignerRefusedException(
                    "The tree of the database's %d events does not grow out of the published one of %d: ./ledger check says what is damaged."
                            .formatted(head.size(), tree.size()));
        }
        return grown;
    }

    /**
     * Takes a checkpoint that another process signed.
     *
     * @throws SignerRefusedException when the database's events do not give its root
     */
    void follow(Connection connection, Checkpoint signed) throws SQLException {
        TileEdge grown = extended(connection, signed.size());
        if (grown.size() != signed.size() || !Arrays.equals(grown.frontier().root(), signed.root())) {
            throw new SignerRefusedException(
                    "The database holds a checkpoint of %d events which its events do not have: ./ledger check says what is damaged."
                            .formatted(signed.size()));
        }
        tree = grown;
    }

    /** Takes a tree that {@link #grow} returned, now that it is published. */
    void become(TileEdge grown) {
        tree = grown;
    }

    /** The tree with the leaves up to this size; a tile holds as many of them as 256 events do. */
    private TileEdge extended(Connection connection, long size) throws SQLException {
        TileEdge grown = tree.copy();
        long full = (tree.size() + FullTile.WIDTH - 1) / FullTile.WIDTH;
        long end = size / FullTile.WIDTH;
        if (full < end) {
            TreeStore.leaves(connection, tree.size(), full * FullTile.WIDTH, grown::append);
            TreeStore.tiles(connection, 0, full, end, (_, hashes) -> TreeStore.each(hashes, grown::append));
        }
        TreeStore.leaves(connection, grown.size(), size, grown::append);
        return grown;
    }

    static SignerRefusedException changed(Checkpoint published, @Nullable Throwable cause) {
        return new SignerRefusedException(
                ("The first %d events of the database are not those of the checkpoint that was"
                                + " published: it was changed, or events were lost and others recorded. ./ledger check says"
                                + " what is damaged; bring the database back that was published.")
                        .formatted(published.size()),
                cause);
    }

    private static SignerRefusedException rolledBack(long head, long published) {
        return new SignerRefusedException(
                ("The database holds %d events, but a checkpoint of %d was published: it was restored from an older backup, or"
                                + " lost commits. Bring the newer database back; if it is lost, the log must go on under a"
                                + " new name.")
                        .formatted(head, published));
    }
}
