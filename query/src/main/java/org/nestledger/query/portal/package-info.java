/** Visits to the zones' pages in the province's portal. */
@NullMarked
package org.nestledger.query.portal;

import org.jspecify.annotations.NullMarked;
