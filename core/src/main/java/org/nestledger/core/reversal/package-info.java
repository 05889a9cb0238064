/** Correction by reversal: the original stays in the log, a reversal takes its movements back. */
@NullMarked
package org.nestledger.core.reversal;

import org.jspecify.annotations.NullMarked;
