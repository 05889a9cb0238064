package org.nestledger.core.log.publish;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.merkle.Frontier;
import org.nestledger.core.log.merkle.FullTile;

/**
 * The tree that was published last, kept outside of the database: what the database adds is taken only on top of it, so
 * that no change of what was published before can ever get a signature. Not thread-safe.
 */
final class VerifiedTree {

    private Frontier tree;

    private VerifiedTree(Frontier tree) {
        this.tree = tree;
    }

    /**
     * Builds the tree of a checkpoint from the tiles of level 0 again.
     *
     * @throws SignerRefusedException when the database has not that tree any more
     */
    static VerifiedTree rebuild(Connection connection, Checkpoint published) throws SQLException {
        long head = TreeStore.head(connection).size();
        if (head < published.size()) {
            throw rolledBack(head, published.size());
        }
        Frontier tree = Frontier.empty();
        long full = published.size() / FullTile.WIDTH;
        TreeStore.tiles(connection, 0, 0, full, (n, hashes) -> TreeStore.each(hashes, tree::append));
        TreeStore.leaves(connection, full * FullTile.WIDTH, published.size(), tree::append);
        if (tree.size() != published.size() || !Arrays.equals(tree.root(), published.root())) {
            throw new SignerRefusedException(
                    ("The first %d events of the database are not those of the checkpoint that was"
                                    + " published: it was changed, or events were lost and others recorded. ./ledger check says"
                                    + " what is damaged; bring the database back that was published.")
                            .formatted(published.size()));
        }
        return new VerifiedTree(tree);
    }

    long size() {
        return tree.size();
    }

    /**
     * Takes the database's head when it follows from the published tree; returns the tree.
     *
     * @throws SignerRefusedException when it does not
     */
    Frontier grow(Connection connection) throws SQLException {
        Frontier head = TreeStore.head(connection);
        if (head.size() < tree.size()) {
            throw rolledBack(head.size(), tree.size());
        }
        Frontier grown = extended(connection, head.size());
        if (grown.size() != head.size() || !Arrays.equals(grown.toBytes(), head.toBytes())) {
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
        Frontier grown = extended(connection, signed.size());
        if (grown.size() != signed.size() || !Arrays.equals(grown.root(), signed.root())) {
            throw new SignerRefusedException(
                    "The database holds a checkpoint of %d events which its events do not have: ./ledger check says what is damaged."
                            .formatted(signed.size()));
        }
        tree = grown;
    }

    /** Takes a tree that {@link #grow} returned, now that it is published. */
    void become(Frontier grown) {
        tree = grown;
    }

    private Frontier extended(Connection connection, long size) throws SQLException {
        Frontier grown = tree.copy();
        TreeStore.leaves(connection, tree.size(), size, grown::append);
        return grown;
    }

    private static SignerRefusedException rolledBack(long head, long published) {
        return new SignerRefusedException(
                ("The database holds %d events, but a checkpoint of %d was published: it was restored from an older backup, or"
                                + " lost commits. Bring the newer database back; if it is lost, the log must go on under a"
                                + " new name.")
                        .formatted(head, published));
    }
}
