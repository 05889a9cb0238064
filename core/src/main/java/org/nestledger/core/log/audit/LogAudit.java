package org.nestledger.core.log.audit;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.checkpoint.ContradictionException;
import org.nestledger.core.log.checkpoint.SignedNote;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.checkpoint.VerifierKey;
import org.nestledger.core.log.checkpoint.WitnessPolicy;
import org.nestledger.core.log.merkle.TilePath;

/**
 * Verifies a whole log: every record hashes to its leaf, the leaves to the tiles, the tiles to the root that the log signed,
 * and the log begins with what it signed before.
 */
public final class LogAudit {

    private static final int AHEAD = 16;

    private final LogFiles files;
    private final Collection<VerifierKey> keys;
    private final WitnessPolicy policy;

    /** An audit that asks for no witnesses. */
    public LogAudit(LogFiles files, Collection<VerifierKey> keys) {
        this(files, keys, WitnessPolicy.none());
    }

    /**
     * An audit.
     *
     * @param keys of the log
     * @param policy which witnesses must have cosigned its newest checkpoint
     */
    public LogAudit(LogFiles files, Collection<VerifierKey> keys, WitnessPolicy policy) {
        this.files = files;
        this.keys = List.copyOf(keys);
        this.policy = policy;
    }

    /** Is told how many events are verified. */
    public interface Watch {
        void reached(long events, long total);
    }

    /**
     * What a successful audit found.
     *
     * @param note the checkpoint as it was signed, to be saved for the next audit
     */
    public record Verified(Checkpoint checkpoint, SignedNote note) {}

    /** The files of one bundle's events. */
    private record Fetched(TilePath path, TileFile tile, TileFile bundle) {}

    /**
     * Verifies the log.
     *
     * @param saved the note of a checkpoint of this log that was verified before, if any
     * @throws UnverifiedException when it is not what it must be; the message is a clause that says what and where
     * @throws IOException when it cannot be read
     */
    public Verified verify(byte @Nullable [] saved, Watch watch) throws IOException {
        return verifyGrowth(saved == null ? List.of() : List.of(open("the saved checkpoint", saved)), watch);
    }

    /**
     * Verifies the log, and that it begins with each of these.
     *
     * @param earlier checkpoints of this log that were opened before, by whichever of its keys
     * @throws ContradictionException when the log signed another history
     * @throws UnverifiedException when it is not what it must be; the message is a clause that says what and where
     * @throws IOException when it cannot be read
     */
    public Verified verifyGrowth(List<Checkpoint> earlier, Watch watch) throws IOException {
        byte[] note =
                files.read(LogFiles.CHECKPOINT).orElseThrow(() -> new UnverifiedException("there is no checkpoint"));
        Checkpoint newest = open("the checkpoint", note);
        checkWitnesses(note);
        SignedNote served = SignedNote.parse(note);
        for (Checkpoint known : earlier) {
            compare(known, newest, served);
        }
        LeafCheck check = new LeafCheck(files, newest, earlier);
        checkLeaves(check, newest.size(), watch);
        Optional<Checkpoint> rewritten = check.end();
        if (rewritten.isPresent()) {
            throw new ContradictionException(
                    "REWRITTEN: the first %d events are not those of the saved checkpoint; keep both checkpoints, they prove it"
                            .formatted(rewritten.get().size()),
                    rewritten.get(),
                    served);
        }
        return new Verified(newest, served);
    }

    /** Names the tiles one by one: whoever signs a size need not have that many. */
    private void checkLeaves(LeafCheck check, long size, Watch watch) throws IOException {
        long tiles = TilePath.tiles(0, size);
        Queue<Future<Fetched>> ahead = new ArrayDeque<>();
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (long n = 0, asked = 0; n < tiles; n++) {
                    for (; asked < Math.min(tiles, n + AHEAD); asked++) {
                        ahead.add(fetch(readers, TilePath.widest(0, asked, size)));
                    }
                    Fetched fetched = result(ahead.remove());
                    check.tile(fetched.path(), fetched.tile(), fetched.bundle());
                    watch.reached(fetched.path().end(), size);
                }
            } finally {
                // What is still being read after a failure may take its time.
                readers.shutdownNow();
            }
        }
    }

    private Checkpoint open(String what, byte[] note) {
        try {
            return Checkpoint.open(note, keys);
        } catch (UnverifiedException e) {
            throw new UnverifiedException(what + " is not genuine: " + e.what(), e);
        }
    }

    private void checkWitnesses(byte[] note) {
        try {
            policy.check(SignedNote.parse(note));
        } catch (UnverifiedException e) {
            throw new UnverifiedException("the checkpoint is not witnessed: " + e.what(), e);
        }
    }

    private static void compare(Checkpoint older, Checkpoint newest, SignedNote served) {
        if (!older.origin().equals(newest.origin())) {
            throw new UnverifiedException("the saved checkpoint is one of " + older.origin());
        }
        if (newest.size() < older.size()) {
            throw new UnverifiedException("ROLLBACK: the log has %d events and had %d when its checkpoint was saved"
                    .formatted(newest.size(), older.size()));
        }
        if (newest.size() == older.size() && !newest.sameTree(older)) {
            throw new ContradictionException(
                    "FORK: the log signed two different trees of %d events; keep both checkpoints, they prove it"
                            .formatted(newest.size()),
                    older,
                    served);
        }
    }

    private Future<Fetched> fetch(ExecutorService readers, TilePath path) {
        return readers.submit(() -> new Fetched(
                path,
                TileFile.read(files, path),
                TileFile.read(files, TilePath.of(TilePath.ENTRIES, path.n(), path.width()))));
    }

    private static Fetched result(Future<Fetched> fetched) throws IOException {
        try {
            return fetched.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException unreadable -> throw unreadable;
                case UnverifiedException unverified -> throw unverified;
                case Error fatal -> throw fatal;
                case null, default -> throw new IOException("a file cannot be read", e);
            }
        }
    }
}
