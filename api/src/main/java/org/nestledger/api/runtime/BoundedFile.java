package org.nestledger.api.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.nestledger.api.failure.LedgerFailure;

/** Reads files that somebody else may have made: a pipe may never be written to, a device may have no end. */
public final class BoundedFile {

    private BoundedFile() {}

    /**
     * The bytes of a file.
     *
     * @param what the file is called, as in "The file"
     * @param limit the most bytes that such a file can have
     * @throws LedgerFailure when it cannot be read, is no regular file, or is larger
     */
    public static byte[] read(String what, Path file, int limit) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new LedgerFailure(what + " " + file + " is no regular file.");
            }
            byte[] bytes = {};
            if (attributes.size() <= limit) {
                // It may grow meanwhile.
                try (InputStream in = Files.newInputStream(file)) {
                    bytes = in.readNBytes(limit + 1);
                }
            }
            if (attributes.size() > limit || bytes.length > limit) {
                throw new LedgerFailure(what + " " + file + " is larger than such a file can be.");
            }
            return bytes;
        } catch (IOException unreadable) {
            throw new LedgerFailure(what + " " + file + " cannot be read.", unreadable);
        }
    }
}
