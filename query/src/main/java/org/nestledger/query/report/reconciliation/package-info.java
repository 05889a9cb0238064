/** The published figures against what the ledger says. */
@NullMarked
package org.nestledger.query.report.reconciliation;

import org.jspecify.annotations.NullMarked;
