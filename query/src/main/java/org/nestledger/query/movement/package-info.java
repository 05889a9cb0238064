/** The journal as rows: every movement of every event, their sums by month and by quarter, and the balances that follow from both. */
@NullMarked
package org.nestledger.query.movement;

import org.jspecify.annotations.NullMarked;
