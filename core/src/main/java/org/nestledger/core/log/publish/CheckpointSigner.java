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
import org.nestledger.core.log.DurableCommits;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.checkpoint.VerifierKey;
import org.nestledger.core.log.checkpoint.WitnessPolicy;
import org.nestledger.core.log.merkle.TileEdge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs the log as it grows, at most once a second, and publishes what it or another process signed. Of all processes on a
 * database one signs. A checkpoint is published when it is committed in the database and safe in the key directory, in this
 * order; what was published is never contradicted.
 */
public final class CheckpointSigner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointSigner.class);

    /** Longest time that a missed wake-up costs. */
    private static final long INTERVAL_MILLIS = 1_000;

    /** How long the first signature waits for all of the published tree to be read again. */
    private static final Duration PATIENCE_FOR_THE_WHOLE = Duration.ofMillis(500);

    private static final long FOLLOWING_MILLIS = 250;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final DataSource dataSource;
    private final KeyDirectory directory;
    private final SignerBoard board = new SignerBoard();
    private final Thread thread =
            Thread.ofPlatform().name("log-signer").daemon().unstarted(this::run);
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable Rebuild rebuild;
    private volatile @Nullable Cosigning witnesses;
    private @Nullable SigningStep step;

    public CheckpointSigner(DataSource dataSource, KeyDirectory directory) {
        this.dataSource = dataSource;
        this.directory = directory;
    }

    /** Begins without witnesses. */
    public void start() {
        start(WitnessPolicy.none());
    }

    /**
     * Begins to sign and to publish in a thread of its own; at the second call it has begun.
     *
     * @param policy which witnesses to ask, and who of them must have cosigned what is published
     * @throws SignerRefusedException when there is no usable key, or the policy is not one for this log
     */
    public synchronized void start(WitnessPolicy policy) {
        if (thread.getState() != Thread.State.NEW) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            boolean before = TreeStore.anyCheckpoint(connection);
            KeyRing ring = directory.keys(before);
            board.keys(ring);
            board.sign(directory.published(ring, before));
            if (!policy.equals(WitnessPolicy.none())) {
                witnesses = Cosigning.begin(dataSource, connection, policy, ring, board);
            }
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

    /**
     * The last published checkpoint. Nothing before {@link #start}, and nothing while a quorum of witnesses is asked for that
     * has cosigned none.
     */
    public Optional<Published> published() {
        return board.published();
    }

    /** The newest checkpoint that was signed, whether witnesses have cosigned it or not; nothing before {@link #start}. */
    public Optional<Published> signed() {
        return board.signed();
    }

    /** The keys to verify checkpoints with, two while one replaces the other; none before {@link #start}. */
    public List<VerifierKey> verifierKeys() {
        return board.keys();
    }

    /**
     * How many of the events that were published before {@link #start} have been read again since. All of them are, while new
     * ones are signed already; one that was changed ends the signing.
     */
    public long checked() {
        Rebuild running = rebuild;
        return running == null ? 0 : running.reached();
    }

    /** What is known of each witness; nothing without any. */
    public List<WitnessStatus> witnesses() {
        Cosigning cosigning = witnesses;
        return cosigning == null ? List.of() : cosigning.status();
    }

    /** The edge of the published tree or of a later one; nothing while it is not made sure of. */
    Optional<TileEdge> edge() {
        return board.edge();
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
            try (Connection connection = DurableCommits.connect(dataSource, TIMEOUT);
                    SigningLease lease = new SigningLease(connection)) {
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
        SigningStep signing = step(connection);
        while (closing.getCount() > 0) {
            check();
            boolean ours = signing.take(connection, lease);
            board.become(ours ? new SignerStatus.Signing() : new SignerStatus.Following());
            long rest = ours ? signing.untilNextSignature() : FOLLOWING_MILLIS;
            if (rest > 0) {
                boolean _ = closing.await(rest, TimeUnit.MILLISECONDS);
            }
            board.awaitWake(INTERVAL_MILLIS);
        }
        check();
        signing.hurry();
        boolean _ = signing.take(connection, lease);
    }

    /** Passes while nothing was found that forbids to sign. */
    private void check() {
        Objects.requireNonNull(rebuild).check();
        Cosigning cosigning = witnesses;
        if (cosigning != null) {
            cosigning.check();
        }
    }

    private SigningStep step(Connection connection) throws SQLException, InterruptedException {
        SigningStep known = step;
        if (known == null) {
            board.become(new SignerStatus.Checking());
            Checkpoint published = board.signed().orElseThrow().checkpoint();
            known = new SigningStep(directory, board, VerifiedTree.open(connection, published), witnesses);
            step = known;
            Rebuild whole = new Rebuild(dataSource, published);
            rebuild = whole;
            whole.start();
            whole.await(PATIENCE_FOR_THE_WHOLE);
        }
        return known;
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
        Rebuild running = rebuild;
        if (running != null) {
            running.close();
        }
        Cosigning cosigning = witnesses;
        if (cosigning != null) {
            cosigning.close();
        }
    }
}
