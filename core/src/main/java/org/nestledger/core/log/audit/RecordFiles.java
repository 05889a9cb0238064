package org.nestledger.core.log.audit;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.merkle.FullTile;
import org.nestledger.core.log.merkle.TilePath;

/** The records of a log's files, one after the other. Used by one thread at a time. */
public final class RecordFiles {

    private final LogFiles files;
    private final long size;
    private long bundle;
    private Iterator<byte[]> records = List.<byte[]>of().iterator();

    /**
     * From the first record on.
     *
     * @param size how many there are
     */
    public RecordFiles(LogFiles files, long size) {
        this.files = files;
        this.size = size;
    }

    /**
     * The next record, null from the end on.
     *
     * @throws UnverifiedException when a file is missing or malformed
     * @throws IOException when it cannot be read; the message is for people
     */
    public byte @Nullable [] next() throws IOException {
        while (!records.hasNext()) {
            if (bundle * FullTile.WIDTH >= size) {
                return null;
            }
            TilePath path = TilePath.widest(TilePath.ENTRIES, bundle, size);
            records =
                    decoded(TileFile.read(files, path)).subList(0, path.width()).iterator();
            bundle++;
        }
        return records.next();
    }

    private static List<byte[]> decoded(TileFile file) {
        try {
            return file.records();
        } catch (IllegalArgumentException malformed) {
            throw new UnverifiedException(file.path() + " is malformed, " + malformed.getMessage(), malformed);
        }
    }
}
