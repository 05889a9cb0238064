package org.nestledger.api.exchange;

import java.nio.file.Path;

/** A file that cannot be read at all. The message is one line: which file, what is wrong, what to do. */
final class UnreadableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableFile(Path file, String problem) {
        super(file + " " + problem);
    }
}
