package org.nestledger.core.log.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The files of a log in a directory, as {@code ledger export} or any mirror writes them. */
public record DirectoryFiles(Path directory) implements LogFiles {

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(directory.resolve(path)));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new IOException("the file " + directory.resolve(path) + " cannot be read", unreadable);
        }
    }
}
