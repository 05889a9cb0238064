package org.nestledger.core.log.publish;

import java.util.List;
import java.util.stream.Stream;
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
 * @param retired keys that signed before, whose signatures of then stay valid
 */
public record KeyRing(String origin, List<SigningKey> keys, List<VerifierKey> retired) {

    public KeyRing {
        keys = List.copyOf(keys);
        retired = List.copyOf(retired);
    }

    /** What others verify with. */
    public List<VerifierKey> verifierKeys() {
        return keys.stream().map(SigningKey::verifierKey).toList();
    }

    /** What this log verifies its own checkpoints with: the keys that sign and those that did. */
    List<VerifierKey> trusted() {
        return Stream.concat(verifierKeys().stream(), retired.stream()).toList();
    }

    Published sign(Frontier tree) {
        Checkpoint checkpoint = Checkpoint.of(origin, tree);
        return new Published(checkpoint, SignedNote.sign(checkpoint.text(), keys));
    }

    /** Fails with UnverifiedException when it is not a checkpoint of this log that one of the keys signed, or a retired one. */
    Published open(byte[] note) {
        SignedNote signed = SignedNote.parse(note);
        return new Published(Checkpoint.open(signed, trusted()), signed);
    }
}
