/** Everybody who is ranked by a measure. */
@NullMarked
package org.nestledger.query.report.ranks;

import org.jspecify.annotations.NullMarked;
