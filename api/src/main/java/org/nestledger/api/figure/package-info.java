/** Figures with all that proves them, which anybody can verify without the ledger. */
@NullMarked
package org.nestledger.api.figure;

import org.jspecify.annotations.NullMarked;
