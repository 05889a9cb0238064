package org.nestledger.core.log.publish;

import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.checkpoint.SignedNote;

/**
 * A checkpoint that the public may hold against us.
 *
 * @param note as it was signed
 */
public record Published(Checkpoint checkpoint, SignedNote note) {}
