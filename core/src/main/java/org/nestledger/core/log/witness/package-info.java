/** Asks witnesses to cosign checkpoints, over HTTP (C2SP tlog-witness). */
@NullMarked
package org.nestledger.core.log.witness;

import org.jspecify.annotations.NullMarked;
