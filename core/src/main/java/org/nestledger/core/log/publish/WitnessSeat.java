package org.nestledger.core.log.publish;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.nestledger.core.log.checkpoint.AddCheckpoint;
import org.nestledger.core.log.checkpoint.NoteSignature;
import org.nestledger.core.log.checkpoint.WitnessPolicy.Witness;
import org.nestledger.core.log.merkle.Proofs;
import org.nestledger.core.log.merkle.TileReader;
import org.nestledger.core.log.witness.WitnessAnswer;
import org.nestledger.core.log.witness.WitnessClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One witness and what this process knows of it. One thread at a time asks; others may look at its status. */
final class WitnessSeat implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WitnessSeat.class);

    /** A size that it states may be older than what it holds when the next question comes. */
    private static final int QUESTIONS = 3;

    private static final long PAUSE_SECONDS = 1;
    private static final int LONGEST_PAUSE_SECONDS = 60;

    private final Witness witness;
    private final WitnessClient client;
    private final TileReader tiles;
    private final Committed committed;
    private long held;
    private long answered = -1;
    private long passedOver = -1;
    private long failures;
    private long notBefore = System.nanoTime();
    private List<NoteSignature> lines = List.of();
    private volatile WitnessStatus status;

    /** The newest checkpoint that any process committed, of how many events. */
    interface Committed {
        long size() throws SQLException;
    }

    WitnessSeat(Witness witness, String url, TileReader tiles, Committed committed) {
        this.witness = witness;
        this.client = new WitnessClient(url, witness.key());
        this.tiles = tiles;
        this.committed = committed;
        this.status = new WitnessStatus(witness.name(), 0, 0, "it was not asked yet");
    }

    Witness witness() {
        return witness;
    }

    WitnessStatus status(long signed) {
        WitnessStatus last = status;
        return new WitnessStatus(last.name(), last.cosigned(), Math.max(0, signed - last.cosigned()), last.state());
    }

    /** It cosigned a checkpoint of this size before. */
    void remember(long size) {
        held = size;
        status = new WitnessStatus(witness.name(), size, 0, "it was not asked yet");
    }

    /** Whether it shall be asked about this checkpoint now. */
    boolean wants(Published target) {
        long size = target.checkpoint().size();
        return answered != size && passedOver != size && System.nanoTime() - notBefore >= 0;
    }

    /** Its cosignatures of this checkpoint, if it has given any. */
    Optional<List<NoteSignature>> lines(Published target) {
        return answered == target.checkpoint().size() ? Optional.of(lines) : Optional.empty();
    }

    /**
     * Asks it.
     *
     * @throws SignerRefusedException when it holds a checkpoint that this log has not
     */
    void ask(Published target) throws InterruptedException {
        try {
            WitnessAnswer answer = client.ask(request(target));
            for (int i = 1; i < QUESTIONS && answer instanceof WitnessAnswer.Holds(long size); i++) {
                if (size == held || size > target.checkpoint().size()) {
                    break;
                }
                held = size;
                answer = client.ask(request(target));
            }
            take(answer, target);
        } catch (SQLException | EventStoreException unreadable) {
            failed("the database does not answer");
        }
    }

    private AddCheckpoint request(Published target) {
        long size = target.checkpoint().size();
        return new AddCheckpoint(held, Proofs.consistency(tiles, held, size), target.note());
    }

    private void take(WitnessAnswer answer, Published target) throws SQLException {
        long size = target.checkpoint().size();
        switch (answer) {
            case WitnessAnswer.Cosigned(List<NoteSignature> given) -> {
                held = size;
                answered = size;
                lines = given;
                failures = 0;
                status = new WitnessStatus(witness.name(), size, 0, "it has cosigned");
            }
            case WitnessAnswer.Holds(long other)
            when other == held ->
                refused("it holds another tree of " + other + " events (409): the log may have been forked", size);
            case WitnessAnswer.Holds(long other) -> holds(other);
            case WitnessAnswer.Refused(String why) -> refused(why, size);
            case WitnessAnswer.Failed(String why) -> failed(why);
        }
    }

    private void holds(long other) throws SQLException {
        if (other > committed.size()) {
            say("it holds a checkpoint of " + other + " events, which this log has not");
            throw new SignerRefusedException(
                    ("The witness %s holds a checkpoint of %d events, but the newest of this log has %d: the log was restored"
                                    + " from an older backup, or somebody else signs with its key. Bring the newer database"
                                    + " back; take the witness out of the policy only if it is known to be wrong.")
                            .formatted(witness.name(), other, committed.size()));
        }
        failed("it holds a checkpoint of " + other + " events, which another process signed");
    }

    private void refused(String why, long size) {
        passedOver = size;
        LOG.error("The witness {} refuses the checkpoint of {} events: {}", witness.name(), size, why);
        say(why);
    }

    private void failed(String why) {
        if (failures == 0) {
            LOG.warn("The witness {} does not cosign, it is asked again: {}", witness.name(), why);
        }
        long pause = Math.min(LONGEST_PAUSE_SECONDS, PAUSE_SECONDS << Math.min(failures, LONGEST_PAUSE_SECONDS));
        failures++;
        notBefore = System.nanoTime() + Duration.ofSeconds(pause).toNanos();
        say(why);
    }

    private void say(String state) {
        status = new WitnessStatus(witness.name(), status.cosigned(), 0, state);
    }

    @Override
    public void close() {
        client.close();
    }
}
