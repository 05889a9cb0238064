package org.nestledger.api.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.UUID;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.api.runtime.BoundedFile;
import org.nestledger.core.log.checkpoint.SignedNote;

/** The file that a checkpoint is saved in, and the one beside it for what contradicts it. */
final class NoteFile {

    private NoteFile() {}

    /**
     * The note in a file.
     *
     * @throws LedgerFailure when there is no such file, or it can be none
     */
    static byte[] read(Path file) {
        return BoundedFile.read("The file", file, SignedNote.MAX_BYTES);
    }

    /**
     * Sees to it that a log is not read for nothing.
     *
     * @throws LedgerFailure when no file can be written there
     */
    static void checkDirectory(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory) || !Files.isWritable(directory)) {
            throw new LedgerFailure("The checkpoint cannot be saved in " + file + ": there is no directory " + directory
                    + " that can be written to.");
        }
    }

    /**
     * Writes a note, whole or not at all; a link stays one, and what it leads to is written.
     *
     * @throws LedgerFailure when it cannot be written
     */
    static void write(Path file, byte[] note) {
        try {
            Path real = Files.exists(file) ? file.toRealPath() : file;
            // Under a name that nobody else can have chosen.
            Path draft = real.resolveSibling(real.getFileName() + ".new-" + UUID.randomUUID());
            create(draft, note);
            try {
                Files.move(draft, real, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException unwritable) {
            throw new LedgerFailure(
                    "The log is verified, but its checkpoint cannot be saved in " + file + ".", unwritable);
        }
    }

    /** The name that {@link #keep} chooses when it is free. */
    static Path conflict(Path saved) {
        return saved.resolveSibling(saved.getFileName() + ".conflict");
    }

    /**
     * Writes a note beside the one that it contradicts, in place of nothing that is there.
     *
     * @return where it is
     * @throws IOException when it cannot be written
     */
    static Path keep(Path saved, byte[] note) throws IOException {
        Path file = conflict(saved);
        for (int n = 2; !isKept(file, note); n++) {
            file = saved.resolveSibling(conflict(saved).getFileName() + "-" + n);
        }
        return file;
    }

    private static boolean isKept(Path file, byte[] note) throws IOException {
        try {
            create(file, note);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return Files.isRegularFile(file)
                    && Files.size(file) == note.length
                    && Arrays.equals(Files.readAllBytes(file), note);
        }
    }

    private static void create(Path file, byte[] note) throws IOException {
        try (var out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            out.write(note);
        }
    }
}
