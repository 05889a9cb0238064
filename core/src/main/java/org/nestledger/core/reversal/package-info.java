/**
 * Correction by reversal: the original stays in the log, a reversal takes its movements back, on the same day or on one of its
 * own. Until then the original counts, and forbids what it forbade.
 */
@NullMarked
package org.nestledger.core.reversal;

import org.jspecify.annotations.NullMarked;
