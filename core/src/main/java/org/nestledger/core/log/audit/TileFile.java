package org.nestledger.core.log.audit;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.merkle.EntryBundle;
import org.nestledger.core.log.merkle.LeafHash;
import org.nestledger.core.log.merkle.TilePath;

/**
 * A tile or bundle that was read. A file holds what its own name says and nothing more, whichever was asked for.
 *
 * @param path of the file
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TileFile(TilePath path, byte[] bytes) {

    /**
     * Reads a tile or bundle, or the full one that has taken its place.
     *
     * @throws UnverifiedException when there is neither
     */
    static TileFile read(LogFiles files, TilePath wanted) throws IOException {
        Optional<TileFile> found = find(files, wanted);
        if (found.isEmpty() && !wanted.isFull()) {
            found = find(files, wanted.full());
        }
        return found.orElseThrow(() -> new UnverifiedException(
                wanted.level() <= 0
                        ? "positions %d to %d: %s is missing".formatted(wanted.start() + 1, wanted.end(), wanted)
                        : wanted + " is missing"));
    }

    private static Optional<TileFile> find(LogFiles files, TilePath path) throws IOException {
        return files.read(path.toString()).map(bytes -> new TileFile(path, bytes));
    }

    /** The bytes that a tile of this path has. */
    int length() {
        return path.width() * LeafHash.LENGTH;
    }

    /** Whether this is a tile of its path. */
    boolean isTile() {
        return bytes.length == length();
    }

    /**
     * The records of a bundle.
     *
     * @throws IllegalArgumentException when this is no bundle of its path; the message is a clause
     */
    List<byte[]> records() {
        return EntryBundle.decode(bytes, path.width(), true);
    }
}
