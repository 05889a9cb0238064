/** The balances and flows of land in a period. */
@NullMarked
package org.nestledger.query.report.land;

import org.jspecify.annotations.NullMarked;
