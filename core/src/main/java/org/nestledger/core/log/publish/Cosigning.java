package org.nestledger.core.log.publish;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.log.DurableCommits;
import org.nestledger.core.log.checkpoint.NoteSignature;
import org.nestledger.core.log.checkpoint.SignedNote;
import org.nestledger.core.log.checkpoint.VerifierKey;
import org.nestledger.core.log.checkpoint.WitnessPolicy;
import org.nestledger.core.log.checkpoint.WitnessPolicy.Witness;
import org.nestledger.core.log.merkle.TileReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the witnesses of the policy to cosign what this process signs, in a thread of its own: however slow they are, nothing
 * else waits for them.
 */
final class Cosigning implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Cosigning.class);
    private static final long LOOK_MILLIS = 200;

    private final DataSource dataSource;
    private final WitnessPolicy policy;
    private final SignerBoard board;
    private final List<WitnessSeat> seats;
    private final StoredCosigned stored;
    private final Thread thread =
            Thread.ofPlatform().name("log-witnesses").daemon().unstarted(this::run);
    private @Nullable Published target;
    private boolean closing;
    private @Nullable Unstored unstored;
    private volatile @Nullable SignerRefusedException alarm;

    private Cosigning(DataSource dataSource, WitnessPolicy policy, SignerBoard board) {
        this.dataSource = dataSource;
        this.policy = policy;
        this.board = board;
        TileReader tiles = new LogTiles(dataSource, board::edge);
        this.seats = policy.witnesses().stream()
                .filter(witness -> witness.url() != null)
                .map(witness -> seat(witness, String.valueOf(witness.url()), tiles))
                .toList();
        this.stored = new StoredCosigned(policy, board, seats);
    }

    /**
     * Begins; what was cosigned before is published, and says from where the witnesses are asked to go on.
     *
     * @throws SignerRefusedException when the policy is not one for this log
     */
    static Cosigning begin(
            DataSource dataSource, Connection connection, WitnessPolicy policy, KeyRing ring, SignerBoard board)
            throws SQLException {
        if (!policy.logs().isEmpty() && ring.verifierKeys().stream().noneMatch(policy.logs()::contains)) {
            throw new SignerRefusedException("The policy is one for other logs: it has no line \"log "
                    + ring.verifierKeys().getLast() + "\".");
        }
        Cosigning cosigning = new Cosigning(dataSource, policy, board);
        if (!policy.isSatisfiedBy(
                cosigning.seats.stream().map(seat -> seat.witness().key()).toList())) {
            throw new SignerRefusedException(
                    "The quorum of the policy cannot be reached: witnesses can be asked only with a URL in their lines.");
        }
        if (policy.asksForWitnesses()) {
            board.publishWitnessedOnly();
        }
        cosigning.stored.take(connection, false);
        cosigning.thread.start();
        return cosigning;
    }

    /**
     * Takes what another process was given, and asks about the newest checkpoint when it is this one that signs.
     */
    void follow(Connection connection, boolean ours, Published newest) throws SQLException {
        stored.take(connection, ours);
        if (ours) {
            submit(newest);
        }
    }

    private WitnessSeat seat(Witness witness, String url, TileReader tiles) {
        try {
            return new WitnessSeat(witness, url, tiles, this::committed);
        } catch (IllegalArgumentException malformed) {
            throw new SignerRefusedException(
                    "The witness " + witness.name() + " of the policy cannot be asked: " + malformed.getMessage() + ".",
                    malformed);
        }
    }

    private long committed() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return Math.max(board.lag().signed(), TreeStore.newestSize(connection));
        }
    }

    private synchronized void submit(@Nullable Published newest) {
        target = newest != null && newest.checkpoint().size() > 0 ? newest : null;
        notifyAll();
    }

    /**
     * Passes unless a witness has seen what this log does not have.
     *
     * @throws SignerRefusedException when one has
     */
    void check() {
        SignerRefusedException seen = alarm;
        if (seen != null) {
            throw seen;
        }
    }

    List<WitnessStatus> status() {
        long signed = board.lag().signed();
        return seats.stream().map(seat -> seat.status(signed)).toList();
    }

    private void run() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Published next = next(); next != null && alarm == null; next = next()) {
                round(next, threads);
            }
        } catch (InterruptedException _) {
            LOG.debug("the witnesses are asked no more");
        }
    }

    /** Waits for a checkpoint that a witness shall be asked about; null at the end. */
    private synchronized @Nullable Published next() throws InterruptedException {
        while (true) {
            Published newest = target;
            if (newest != null
                    && (seats.stream().anyMatch(seat -> seat.wants(newest))
                            || (unstored != null && unstored.isDue(newest)))) {
                return newest;
            }
            if (closing) {
                return null;
            }
            wait(LOOK_MILLIS);
        }
    }

    private void round(Published next, ExecutorService threads) throws InterruptedException {
        List<Future<?>> asked = new ArrayList<>();
        for (WitnessSeat seat : seats) {
            if (seat.wants(next)) {
                asked.add(threads.submit(() -> {
                    seat.ask(next);
                    return seat;
                }));
            }
        }
        for (Future<?> one : asked) {
            try {
                Object _ = one.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof SignerRefusedException seen) {
                    alarm = seen;
                    board.wake();
                } else {
                    LOG.error("A witness cannot be asked.", e.getCause());
                }
            }
        }
        publish(next);
    }

    private void publish(Published next) {
        List<NoteSignature> lines = new ArrayList<>(next.note().signatures());
        List<VerifierKey> cosigners = new ArrayList<>();
        for (WitnessSeat seat : seats) {
            seat.lines(next).ifPresent(given -> {
                lines.addAll(given);
                cosigners.add(seat.witness().key());
            });
        }
        if (cosigners.isEmpty() || !policy.isSatisfiedBy(cosigners)) {
            return;
        }
        Published cosigned =
                new Published(next.checkpoint(), new SignedNote(next.note().text(), lines));
        try (Connection connection = dataSource.getConnection()) {
            DurableCommits.on(connection);
            TreeStore.insertCosigned(connection, cosigned);
            board.cosign(cosigned);
            unstored = null;
        } catch (SQLException unreachable) {
            LOG.warn("A cosigned checkpoint cannot be stored, trying again: {}", unreachable.getMessage());
            unstored = Unstored.now(next);
        }
    }

    /** Asks once more about what was signed last, and ends. */
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        try {
            if (thread.getState() != Thread.State.NEW) {
                thread.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        seats.forEach(WitnessSeat::close);
    }
}
