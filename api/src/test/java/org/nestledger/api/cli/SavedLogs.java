package org.nestledger.api.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.nestledger.core.log.audit.MemoryLog;
import org.nestledger.core.log.checkpoint.NoteVectors;
import org.nestledger.core.log.merkle.Vectors;

/** Exports of one log at several sizes, and its checkpoints in files. */
final class SavedLogs {

    private static final List<byte[]> RECORDS = Vectors.records();

    private final Path directory;

    SavedLogs(Path directory) {
        this.directory = directory;
    }

    static MemoryLog log(int size) {
        return new MemoryLog(RECORDS.subList(0, size));
    }

    static String key(String name) {
        return NoteVectors.vkey(name).toString();
    }

    /** The log with so many events. */
    Path exported(int size) {
        return exported("log" + size, log(size));
    }

    /** The log with so many events, one of which was replaced before all was signed anew. */
    Path rewritten(int size) {
        return exported("rewritten" + size, MemoryLog.rewritten(RECORDS.subList(0, size), 2));
    }

    Path exported(String name, MemoryLog log) {
        try {
            return log.writeTo(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path checkpoint(String name, int size) {
        try {
            return Files.write(directory.resolve(name), log(size).checkpoint());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the key of the log. */
    static CommandLineRun verify(Object place, String... more) {
        return CommandLineRun.of(
                Stream.concat(Stream.of("verify", place.toString(), "--vkey=" + key("log_key")), Stream.of(more))
                        .toArray(String[]::new));
    }
}
