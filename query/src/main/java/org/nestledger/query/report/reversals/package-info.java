/** Entries that were taken back, and by whom. */
@NullMarked
package org.nestledger.query.report.reversals;

import org.jspecify.annotations.NullMarked;
