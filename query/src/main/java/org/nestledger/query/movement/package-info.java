/** The journal as rows: every movement of every event, and the balances that follow from them. */
@NullMarked
package org.nestledger.query.movement;

import org.jspecify.annotations.NullMarked;
