/** Figures that were stated in public, with their source, to be reconciled with what the ledger says. */
@NullMarked
package org.nestledger.core.claim;

import org.jspecify.annotations.NullMarked;
