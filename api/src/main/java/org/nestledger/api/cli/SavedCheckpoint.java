package org.nestledger.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.checkpoint.ContradictionException;
import org.nestledger.core.log.checkpoint.SignedNote;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.checkpoint.VerifierKey;

/**
 * A checkpoint that was verified before.
 *
 * @param file that it is in
 */
record SavedCheckpoint(Path file, Checkpoint checkpoint) {

    /**
     * Those that a log must begin with: the one that was given, and the one that the newest is to replace, for to forget it
     * would be to accept another history.
     *
     * @param old null when none was given
     * @param save null when the newest is saved nowhere; it need not be there yet
     * @param keys of the log, then and now
     * @throws LedgerFailure when a file holds no such checkpoint, or none can be saved
     */
    static List<SavedCheckpoint> read(@Nullable Path old, @Nullable Path save, Collection<VerifierKey> keys) {
        List<SavedCheckpoint> known = new ArrayList<>();
        if (old != null) {
            known.add(given(old, keys));
        }
        if (save != null) {
            if (Files.exists(save)) {
                known.add(replaced(save, keys));
            }
            NoteFile.checkDirectory(save);
        }
        return known;
    }

    private static SavedCheckpoint given(Path file, Collection<VerifierKey> keys) {
        byte[] note = NoteFile.read(file);
        try {
            return new SavedCheckpoint(file, Checkpoint.open(note, keys));
        } catch (UnverifiedException other) {
            throw new LedgerFailure(
                    "The saved checkpoint " + file + " is not genuine: " + other.what()
                            + (isNote(note)
                                    ? "; when an earlier key of the log signed it, give that with --old-vkey."
                                    : "."),
                    other);
        }
    }

    private static SavedCheckpoint replaced(Path file, Collection<VerifierKey> keys) {
        byte[] note = NoteFile.read(file);
        try {
            return new SavedCheckpoint(file, Checkpoint.open(note, keys));
        } catch (UnverifiedException other) {
            throw new LedgerFailure(
                    "The file " + file + " holds something else than a checkpoint of this log (" + other.what()
                            + ") and is not replaced: save to another file"
                            + (isNote(note) ? ", or give the log's earlier key with --old-vkey." : "."),
                    other);
        }
    }

    /** Whether some key may have signed it. */
    private static boolean isNote(byte[] note) {
        try {
            SignedNote _ = SignedNote.parse(note);
            return true;
        } catch (UnverifiedException other) {
            return false;
        }
    }

    /**
     * Keeps what proves that a log signed two histories.
     *
     * @param known those that the log was held against
     * @param place of the log
     * @return where both checkpoints are: a clause
     */
    static String keepBoth(List<SavedCheckpoint> known, ContradictionException contradiction, String place) {
        Path saved = known.stream()
                .filter(each -> each.checkpoint().equals(contradiction.earlier()))
                .findFirst()
                .orElseThrow()
                .file();
        try {
            return saved + " and " + NoteFile.keep(saved, contradiction.served().toBytes());
        } catch (IOException unwritable) {
            return saved + " and the one of " + place + ", which cannot be written to " + NoteFile.conflict(saved)
                    + ": copy it now";
        }
    }
}
