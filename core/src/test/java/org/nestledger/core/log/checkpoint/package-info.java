/** Tests of checkpoints, notes and proofs against known answers. */
@NullMarked
package org.nestledger.core.log.checkpoint;

import org.jspecify.annotations.NullMarked;
