package org.nestledger.core.log.publish;

import java.util.List;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.checkpoint.SignedNote;
import org.nestledger.core.log.checkpoint.SigningKey;
import org.nestledger.core.log.checkpoint.VerifierKey;
import org.nestledger.core.log.merkle.Frontier;

/**
 * The keys of a log.
 *
 * @param origin the log's name, and that of its keys
 * @param keys one; two while the second is about to replace the first
 */
public record KeyRing(String origin, List<SigningKey> keys) {

    public KeyRing {
        keys = List.copyOf(keys);
    }

    /** What others verify with. */
    public List<VerifierKey> verifierKeys() {
        return keys.stream().map(SigningKey::verifierKey).toList();
    }

    Published sign(Frontier tree) {
        Checkpoint checkpoint = Checkpoint.of(origin, tree);
        return new Published(checkpoint, SignedNote.sign(checkpoint.text(), keys));
    }

    /** Fails with UnverifiedException when it is not a checkpoint of this log that one of the keys signed. */
    Published open(byte[] note) {
        SignedNote signed = SignedNote.parse(note);
        return new Published(Checkpoint.open(signed, verifierKeys()), signed);
    }
}
