package org.nestledger.core.log.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** The files of a log in a directory, as {@code ledger export} or any mirror writes them. */
public record DirectoryFiles(Path directory) implements LogFiles {

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        Path file = directory.resolve(path);
        boolean regular;
        byte[] bytes = {};
        int limit = FileSize.limit(path);
        try {
            // A pipe would be waited for when it is opened, and a device may have no end.
            regular = Files.readAttributes(file, BasicFileAttributes.class).isRegularFile();
            if (regular) {
                try (InputStream in = Files.newInputStream(file)) {
                    bytes = in.readNBytes(limit + 1);
                }
            }
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new IOException("the file " + file + " cannot be read", unreadable);
        }
        if (!regular) {
            throw new IOException("the file " + file + " is no regular file");
        }
        if (bytes.length > limit) {
            throw FileSize.exceeded("the file " + file);
        }
        return Optional.of(bytes);
    }
}
