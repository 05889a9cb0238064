package org.nestledger.core.log.audit;

import org.nestledger.core.log.checkpoint.SignedNote;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.merkle.EntryBundle;
import org.nestledger.core.log.merkle.FullTile;
import org.nestledger.core.log.merkle.LeafHash;
import org.nestledger.core.log.merkle.TilePath;

/** How large the files of a log can be: whoever offers them is not trusted with the memory of whoever reads them. */
final class FileSize {

    private FileSize() {}

    /** The most bytes that a file of this name can have. A partial tile is given as many as a full one. */
    static int limit(String path) {
        return TilePath.parse(path)
                .map(tile -> FullTile.WIDTH
                        * (tile.level() == TilePath.ENTRIES ? EntryBundle.MAX_BYTES_OF_ENTRY : LeafHash.LENGTH))
                .orElse(SignedNote.MAX_BYTES);
    }

    /**
     * What is thrown for a larger one.
     *
     * @param file as people call it
     */
    static UnverifiedException exceeded(String file) {
        return new UnverifiedException(file + " is larger than such a file can be");
    }
}
