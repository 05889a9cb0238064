package org.nestledger.api.runtime;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.core.log.LogEvents;
import org.nestledger.core.log.PostgresEventLog;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.publish.CheckpointSigner;
import org.nestledger.core.log.publish.KeyDirectory;
import org.nestledger.core.log.publish.KeyRotated;
import org.nestledger.core.log.publish.KeyRotation;
import org.nestledger.core.log.publish.Published;
import org.nestledger.core.log.publish.SignerRefusedException;

/**
 * A change of the log's key that was made.
 *
 * @param position of its event in the log
 * @param lastTrusted the last checkpoint before it
 */
public record KeyChange(KeyRotation rotation, long position, Optional<Checkpoint> lastTrusted) {

    /** Begins to change the files, or goes on. */
    interface Rotating {
        KeyRotation rotate() throws IOException;
    }

    /** A signer that cannot publish must not keep a key from being replaced. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** First the files, then the event, then a note that it is recorded: whatever is missing after a crash is made up. */
    static KeyChange make(KeyDirectory directory, CheckpointSigner signer, PostgresEventLog log, Rotating rotating) {
        settle(signer, log);
        Optional<Checkpoint> last = signer.signed().map(Published::checkpoint);
        try {
            KeyRotation rotation = rotating.rotate();
            long position = LogEvents.record(
                    log,
                    rotation.id(),
                    KeyRotated.TYPE,
                    event(rotation, last),
                    LocalSender.current().actor(),
                    Clock.systemUTC().instant());
            directory.recorded(rotation);
            return new KeyChange(rotation, position, recorded(log, position));
        } catch (SignerRefusedException refused) {
            throw new LedgerFailure(refused.sentence(), refused);
        } catch (IOException unwritable) {
            throw new LedgerFailure("The key files in " + directory + " cannot be written.", unwritable);
        } catch (EventStoreException unreachable) {
            throw new LedgerFailure(
                    "The change of the key is begun but not recorded yet: give the command again. "
                            + unreachable.getMessage(),
                    unreachable);
        }
    }

    /** What the old key signed is published while it counts: of what turns up later nobody knows when it was signed. */
    private static void settle(CheckpointSigner signer, PostgresEventLog log) {
        try {
            boolean _ = signer.awaitCheckpoint(log.head(), PATIENCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LedgerFailure("Interrupted.", interrupted);
        }
    }

    /** As it was when the change was made, which may be long ago. */
    private static Optional<Checkpoint> recorded(PostgresEventLog log, long position) {
        return log.at(position)
                .map(event -> ((KeyRotated) event.payload()).lastTrusted())
                .filter(lines -> !lines.isEmpty())
                .map(lines -> Checkpoint.parse(String.join("\n", lines) + "\n"));
    }

    private static KeyRotated event(KeyRotation rotation, Optional<Checkpoint> last) {
        return new KeyRotated(
                rotation.from().toString(),
                rotation.to().toString(),
                rotation.until().truncatedTo(ChronoUnit.SECONDS).toString(),
                rotation.compromised(),
                last.map(checkpoint -> checkpoint.text().lines().toList()).orElse(List.of()));
    }
}
