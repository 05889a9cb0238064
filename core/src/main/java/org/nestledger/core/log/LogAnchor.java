package org.nestledger.core.log;

import java.util.List;
import java.util.Optional;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.checkpoint.VerifierKey;

/**
 * What a log's database is held against, and who changes the database does not reach.
 *
 * @param keys those that sign
 * @param retired those that signed before
 * @param published the last checkpoint that was published, if any was
 */
public record LogAnchor(List<VerifierKey> keys, List<VerifierKey> retired, Optional<Checkpoint> published) {

    public LogAnchor {
        keys = List.copyOf(keys);
        retired = List.copyOf(retired);
    }
}
