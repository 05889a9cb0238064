/** Checkpoints, signed notes and proofs in the formats of C2SP. Pure: nothing here knows a database or a file. */
@NullMarked
package org.nestledger.core.log.checkpoint;

import org.jspecify.annotations.NullMarked;
