/** Figures that were stated in public. */
@NullMarked
package org.nestledger.query.claim;

import org.jspecify.annotations.NullMarked;
