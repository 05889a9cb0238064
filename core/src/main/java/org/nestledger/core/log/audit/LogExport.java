package org.nestledger.core.log.audit;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nestledger.core.log.merkle.TilePath;

/** Writes the public files of a log into a directory that any client of tlog-tiles can read. */
public final class LogExport {

    private LogExport() {}

    /** Reads the tiles and bundles that are written. */
    public interface Source {
        Optional<byte[]> file(TilePath path);
    }

    /**
     * Writes the files; the checkpoint comes last, so that a directory that has it is complete.
     *
     * @param size events that the checkpoint covers
     * @param keys what to verify with, one a line
     * @throws IOException when the directory cannot be written; the message is for people
     */
    public static void write(
            Path directory, long size, byte[] checkpoint, byte[] keys, Source source, LogAudit.Watch watch)
            throws IOException {
        make(directory);
        try (var entries = Files.list(directory)) {
            if (entries.findAny().isPresent()) {
                throw new IOException(directory + " is not empty");
            }
        }
        List<TilePath> above = new ArrayList<>();
        for (int level = 1; TilePath.hashes(level, size) > 0; level++) {
            above.addAll(TilePath.ofLevel(level, size));
        }
        for (TilePath tile : TilePath.ofLevel(0, size)) {
            write(directory, tile, source);
            write(directory, TilePath.of(TilePath.ENTRIES, tile.n(), tile.width()), source);
            watch.reached(tile.end(), size);
        }
        for (TilePath tile : above) {
            write(directory, tile, source);
        }
        Files.write(directory.resolve("vkey"), keys);
        Files.write(directory.resolve(LogFiles.CHECKPOINT), checkpoint);
    }

    /** What the system says of a name that is taken is nothing but the name. */
    private static void make(Path directory) throws IOException {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new IOException(directory + " is a file; give a directory that is empty or not there yet");
        }
        try {
            Files.createDirectories(directory);
        } catch (FileSystemException unwritable) {
            String reason = unwritable.getReason();
            throw new IOException(
                    "the directory " + directory + " cannot be made" + (reason == null ? "" : ": " + reason),
                    unwritable);
        }
    }

    private static void write(Path directory, TilePath path, Source source) throws IOException {
        byte[] bytes = source.file(path)
                .orElseThrow(
                        () -> new IOException("the database has not all of " + path + ": ./ledger check says more"));
        Path file = directory.resolve(path.toString());
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
