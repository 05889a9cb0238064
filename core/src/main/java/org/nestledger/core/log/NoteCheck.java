package org.nestledger.core.log;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.checkpoint.SignedNote;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.checkpoint.VerifierKey;

/** Verifies the notes of the database's checkpoints with the log's keys; where there are none, only what they say is read. */
final class NoteCheck {

    private final List<VerifierKey> keys;
    private final List<VerifierKey> all;
    private final long published;

    NoteCheck(Optional<LogAnchor> anchor) {
        keys = anchor.map(LogAnchor::keys).orElse(List.of());
        all = anchor.stream()
                .flatMap(known -> Stream.concat(known.keys().stream(), known.retired().stream()))
                .toList();
        published = anchor.flatMap(LogAnchor::published).map(Checkpoint::size).orElse(0L);
    }

    /** Whether signatures are verified. */
    boolean hasKeys() {
        return !all.isEmpty();
    }

    /** Whether it is a note that says this of the first events. */
    static boolean says(byte[] note, long size, byte[] root) {
        try {
            Checkpoint checkpoint = Checkpoint.parse(SignedNote.parse(note).text());
            return checkpoint.size() == size && Arrays.equals(checkpoint.root(), root);
        } catch (UnverifiedException malformed) {
            return false;
        }
    }

    /**
     * Verifies who signed a note.
     *
     * @param what names it in the message
     * @throws UnverifiedException when the log did not, or a key that was replaced by then
     */
    void verify(String what, long size, byte[] note) {
        if (!hasKeys()) {
            return;
        }
        try {
            SignedNote signed = SignedNote.parse(note);
            Checkpoint _ = Checkpoint.open(signed, all);
            if (size > published && signed.signers(keys).isEmpty()) {
                throw new UnverifiedException("only a replaced key has signed it, and it was not published");
            }
        } catch (UnverifiedException other) {
            throw LogCheck.damaged(
                    Math.max(1, size),
                    "the %s of the first %d events is not to be trusted: %s".formatted(what, size, other.what()));
        }
    }
}
