package org.nestledger.core.log.publish;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.checkpoint.NoteSignature;
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

    /**
     * The same checkpoint with the signatures of the present keys too, when it has none of them: what is shown to the public is
     * verified with these.
     */
    Published renewed(Published former) {
        if (hasSigned(former)) {
            return former;
        }
        List<NoteSignature> lines = Stream.concat(
                        SignedNote.sign(former.note().text(), keys).signatures().stream(),
                        former.note().signatures().stream())
                .toList();
        return new Published(former.checkpoint(), new SignedNote(former.note().text(), lines));
    }

    /**
     * Whether one of the present keys signed it. What only a retired one did is of before, or made by somebody who has that key:
     * where it was kept tells which.
     */
    boolean hasSigned(Published some) {
        return !some.note().signers(verifierKeys()).isEmpty();
    }

    /** Why nothing is signed any more when a checkpoint that only a retired key signed turns up where new ones do. */
    SignerRefusedException refusal(Published retired) {
        String signers = retired.note().signers(trusted()).stream()
                .map(VerifierKey::toString)
                .collect(Collectors.joining(" and "));
        return new SignerRefusedException(
                ("The database holds a checkpoint of %d events that only a replaced key has signed, %s: if that was before it"
                                + " was replaced, put the checkpoint into the file tlog-checkpoint; otherwise somebody else"
                                + " uses that key, and the database that was published has to be brought back.")
                        .formatted(retired.checkpoint().size(), signers));
    }

    /** Fails with UnverifiedException when it is not a checkpoint of this log that one of the keys signed, or a retired one. */
    Published open(byte[] note) {
        SignedNote signed = SignedNote.parse(note);
        return new Published(Checkpoint.open(signed, trusted()), signed);
    }
}
