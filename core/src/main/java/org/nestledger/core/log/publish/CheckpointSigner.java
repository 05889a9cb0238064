package org.nestledger.core.log.publish;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.checkpoint.VerifierKey;
import org.nestledger.core.log.merkle.Frontier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs the log as it grows, at most once a second, and publishes what it or another process signed. Of all processes on a
 * database one signs. A checkpoint is published when it is committed in the database and safe in the key directory, in this
 * order; what was published is never contradicted.
 */
public final class CheckpointSigner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointSigner.class);

    /** Least time between two signatures, and longest time that a missed wake-up costs. */
    private static final long INTERVAL_MILLIS = 1_000;

    private static final long FOLLOWING_MILLIS = 250;
    private static final int TIMEOUT_MILLIS = 30_000;

    private final DataSource dataSource;
    private final KeyDirectory directory;
    private final SignerBoard board = new SignerBoard();
    private final Thread thread =
            Thread.ofPlatform().name("log-signer").daemon().unstarted(this::run);
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable KeyRing keys;
    private @Nullable VerifiedTree tree;
    private long signedAt =
            System.nanoTime() - Duration.ofMillis(INTERVAL_MILLIS).toNanos();

    public CheckpointSigner(DataSource dataSource, KeyDirectory directory) {
        this.dataSource = dataSource;
        this.directory = directory;
    }

    /**
     * Begins to sign and to publish in a thread of its own.
     *
     * @throws SignerRefusedException when there is no usable key
     */
    public synchronized void start() {
        if (thread.getState() != Thread.State.NEW) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            boolean before = TreeStore.anyCheckpoint(connection);
            KeyRing ring = directory.keys(before);
            keys = ring;
            board.publish(directory.published(ring, before));
        } catch (SQLException | IOException e) {
            throw new SignerRefusedException(
                    "The log's key in " + directory + " or its database cannot be used: " + e.getMessage() + ".", e);
        }
        board.become(new SignerStatus.Checking());
        thread.start();
    }

    /** What it does now. */
    public SignerStatus status() {
        return board.status();
    }

    /** How far the published checkpoint is behind. */
    public CheckpointLag lag() {
        return board.lag();
    }

    /** The last published checkpoint; nothing before {@link #start}. */
    public Optional<Published> published() {
        return board.published();
    }

    /** The keys to verify checkpoints with; none before {@link #start}. */
    public List<VerifierKey> verifierKeys() {
        KeyRing ring = keys;
        return ring == null ? List.of() : ring.verifierKeys();
    }

    /** Waits until the published checkpoint covers this position; false when it does not in time, or never will. */
    public boolean awaitCheckpoint(long position, Duration timeout) throws InterruptedException {
        return board.await(position, timeout);
    }

    /** Events were appended, perhaps. */
    public void wake() {
        board.wake();
    }

    private void run() {
        while (closing.getCount() > 0) {
            try (Connection connection = dataSource.getConnection();
                    SigningLease lease = new SigningLease(connection)) {
                connection.setAutoCommit(true);
                connection.setNetworkTimeout(Runnable::run, TIMEOUT_MILLIS);
                follow(connection, lease);
            } catch (SignerRefusedException refused) {
                LOG.error("No more checkpoints are signed. {}", refused.sentence());
                board.become(new SignerStatus.Refusing(refused.sentence()));
                return;
            } catch (SQLException | IOException | RuntimeException | Error e) {
                retry(e);
            } catch (InterruptedException _) {
                closing.countDown();
            }
        }
        board.become(new SignerStatus.Off());
    }

    private void follow(Connection connection, SigningLease lease)
            throws SQLException, IOException, InterruptedException {
        VerifiedTree verified = verified(connection);
        KeyRing ring = Objects.requireNonNull(keys);
        while (closing.getCount() > 0) {
            boolean ours = step(connection, lease, ring, verified);
            long rest = ours ? untilNextSignature() : FOLLOWING_MILLIS;
            if (rest > 0) {
                boolean _ = closing.await(rest, TimeUnit.MILLISECONDS);
            }
            board.awaitWake(INTERVAL_MILLIS);
        }
        signedAt -= Duration.ofMillis(INTERVAL_MILLIS).toNanos();
        step(connection, lease, ring, verified);
    }

    private VerifiedTree verified(Connection connection) throws SQLException {
        VerifiedTree verified = tree;
        if (verified == null) {
            board.become(new SignerStatus.Checking());
            verified = VerifiedTree.rebuild(
                    connection, board.published().orElseThrow().checkpoint());
            tree = verified;
        }
        return verified;
    }

    /** Publishes what another process signed, and signs what nobody did; false when that is not ours to do. */
    private boolean step(Connection connection, SigningLease lease, KeyRing ring, VerifiedTree verified)
            throws SQLException, IOException {
        Optional<byte[]> newer =
                TreeStore.newestCheckpoint(connection, board.lag().published());
        if (newer.isPresent()) {
            Published foreign = opened(ring, newer.get());
            verified.follow(connection, foreign.checkpoint());
            publish(ring, foreign);
        }
        boolean ours = lease.take();
        board.head(TreeStore.head(connection).size());
        if (ours && untilNextSignature() <= 0) {
            sign(connection, ring, verified);
        }
        board.become(ours ? new SignerStatus.Signing() : new SignerStatus.Following());
        return ours;
    }

    private void sign(Connection connection, KeyRing ring, VerifiedTree verified) throws SQLException, IOException {
        Frontier grown = verified.grow(connection);
        if (grown.size() > verified.size()) {
            Published next = ring.sign(grown);
            signedAt = System.nanoTime();
            TreeStore.insert(connection, next);
            publish(ring, next);
            verified.become(grown);
        }
    }

    private void publish(KeyRing ring, Published next) throws IOException {
        directory.publish(ring, next);
        board.publish(next);
    }

    private static Published opened(KeyRing ring, byte[] note) {
        try {
            return ring.open(note);
        } catch (UnverifiedException foreign) {
            throw new SignerRefusedException(
                    "The database holds a checkpoint that cannot be trusted: " + foreign.what() + ".", foreign);
        }
    }

    private long untilNextSignature() {
        return INTERVAL_MILLIS - Duration.ofNanos(System.nanoTime() - signedAt).toMillis();
    }

    private void retry(Throwable e) {
        LOG.warn("The log cannot be signed now, trying again: {}", e.getMessage());
        board.become(new SignerStatus.Retrying(
                e instanceof IOException ? "the key directory cannot be written" : "the database does not answer"));
        try {
            boolean _ = closing.await(INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            closing.countDown();
        }
    }

    /** Signs what is not signed yet, if it is this process that signs, and ends. */
    @Override
    public void close() {
        closing.countDown();
        board.wake();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
