package org.nestledger.core.log.publish;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.checkpoint.WitnessPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The cosigned checkpoints of the database, where more than this log may have put some. Used by one thread at a time. */
final class StoredCosigned {

    private static final Logger LOG = LoggerFactory.getLogger(StoredCosigned.class);

    private final WitnessPolicy policy;
    private final SignerBoard board;
    private final List<WitnessSeat> seats;
    private @Nullable String passedOver;

    StoredCosigned(WitnessPolicy policy, SignerBoard board, List<WitnessSeat> seats) {
        this.policy = policy;
        this.board = board;
        this.seats = seats;
    }

    /**
     * Publishes what another process was given last, when it is enough for the policy.
     *
     * @param ours whether this process signs: then nobody else is given anything, and what a replaced key signed is forged
     * @throws SignerRefusedException when somebody made it with a key that was replaced
     */
    void take(Connection connection, boolean ours) throws SQLException {
        Optional<byte[]> last = TreeStore.newestCosigned(connection, board.cosignedSize());
        if (last.isEmpty()) {
            return;
        }
        try {
            KeyRing ring = board.ring().orElseThrow();
            Published cosigned = ring.open(last.get());
            policy.check(cosigned.note());
            if (ring.hasSigned(cosigned) || isOfThePublishedTree(connection, cosigned)) {
                publish(cosigned, ours);
            } else if (ours) {
                throw ring.refusal(cosigned);
            }
        } catch (UnverifiedException other) {
            if (!other.what().equals(passedOver)) {
                LOG.info("The last cosigned checkpoint is not one of the policy: {}", other.what());
            }
            passedOver = other.what();
        }
    }

    /** Then nobody can tell whether a replaced key signed it before or after that, and nobody needs to. */
    private boolean isOfThePublishedTree(Connection connection, Published cosigned) throws SQLException {
        return cosigned.checkpoint().size() <= board.lag().signed()
                && VerifiedTree.isOf(connection, cosigned.checkpoint());
    }

    private void publish(Published cosigned, boolean ours) {
        if (ours) {
            return; // it was given to this process, which is about to publish it
        }
        seats.stream()
                .filter(seat ->
                        !cosigned.note().signers(List.of(seat.witness().key())).isEmpty())
                .forEach(seat -> seat.remember(cosigned.checkpoint().size()));
        board.cosign(cosigned);
    }
}
