package org.nestledger.core.log.publish;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.merkle.TileEdge;

/** What the signer does again and again, on top of a tree that was made sure of. Used by one thread. */
final class SigningStep {

    /** Least time between two signatures. */
    static final Duration INTERVAL = Duration.ofSeconds(1);

    private final KeyDirectory directory;
    private final SignerBoard board;
    private final VerifiedTree verified;
    private final @Nullable Cosigning witnesses;
    private long signedAt = System.nanoTime() - INTERVAL.toNanos();

    SigningStep(KeyDirectory directory, SignerBoard board, VerifiedTree verified, @Nullable Cosigning witnesses) {
        this.directory = directory;
        this.board = board;
        this.verified = verified;
        this.witnesses = witnesses;
        board.keep(verified.edge());
    }

    /** Publishes what another process signed, and signs what nobody did; false when that is not ours to do. */
    boolean take(Connection connection, SigningLease lease) throws SQLException, IOException {
        // First, so that nobody else is about to publish what is read now.
        boolean ours = lease.take();
        follow(connection, ours);
        board.head(TreeStore.head(connection).size());
        if (ours && untilNextSignature() <= 0) {
            sign(connection);
        }
        if (witnesses != null) {
            witnesses.follow(connection, ours, board.signed().orElseThrow());
        }
        return ours;
    }

    /** Publishes the newest checkpoint of the database, when it was signed elsewhere. */
    private void follow(Connection connection, boolean ours) throws SQLException, IOException {
        Optional<byte[]> newer =
                TreeStore.newestCheckpoint(connection, board.lag().signed());
        KeyRing ring = ring();
        if (newer.isEmpty()) {
            return;
        }
        Published foreign = opened(ring, newer.get());
        if (ring.hasSigned(foreign) || wasPublished(ring, foreign)) {
            verified.follow(connection, foreign.checkpoint());
            publish(ring, foreign);
        } else if (ours) {
            throw ring.refusal(foreign);
        }
        // Otherwise the process that signs is about to publish it, or to refuse.
    }

    /** Whoever has a key of before, and the database, does not reach what was published. */
    private boolean wasPublished(KeyRing ring, Published foreign) throws IOException {
        return directory.published(ring, true).checkpoint().size()
                >= foreign.checkpoint().size();
    }

    /** The next signature need not wait. */
    void hurry() {
        signedAt -= INTERVAL.toNanos();
    }

    /** Milliseconds until the next signature may be made. */
    long untilNextSignature() {
        return INTERVAL.toMillis()
                - Duration.ofNanos(System.nanoTime() - signedAt).toMillis();
    }

    private void sign(Connection connection) throws SQLException, IOException {
        TileEdge grown = verified.grow(connection);
        if (grown.size() > verified.size()) {
            KeyRing ring = ring();
            Published next = ring.sign(grown.frontier());
            signedAt = System.nanoTime();
            TreeStore.insert(connection, next);
            verified.become(grown);
            publish(ring, next);
        }
    }

    private void publish(KeyRing ring, Published next) throws IOException {
        directory.publish(ring, next);
        board.keep(verified.edge());
        board.sign(next);
    }

    /** The keys as they are now: they may be changed while the ledger runs. */
    private KeyRing ring() throws IOException {
        KeyRing ring = directory.keys(true);
        board.keys(ring);
        return ring;
    }

    private static Published opened(KeyRing ring, byte[] note) {
        try {
            return ring.open(note);
        } catch (UnverifiedException foreign) {
            throw new SignerRefusedException(
                    "The database holds a checkpoint that cannot be trusted: " + foreign.what() + ".", foreign);
        }
    }
}
