package org.nestledger.core.log.audit;

import java.io.IOException;
import java.util.Optional;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.merkle.TilePath;

/** The public files of a log, wherever they are. Safe for use by many threads. */
public interface LogFiles extends AutoCloseable {

    /** The name of the file that holds the newest checkpoint. */
    String CHECKPOINT = "checkpoint";

    /**
     * The bytes of a file; nothing when there is no such file.
     *
     * @param path {@link #CHECKPOINT} or what {@link TilePath#toString} writes
     * @throws UnverifiedException when it is larger than such a file can be
     * @throws IOException when it cannot be told whether there is one; the message is for people
     */
    Optional<byte[]> read(String path) throws IOException;

    @Override
    default void close() {}
}
