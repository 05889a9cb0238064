/** Visits to a zone's pages in the province's portal, one count a day. */
@NullMarked
package org.nestledger.core.portal;

import org.jspecify.annotations.NullMarked;
