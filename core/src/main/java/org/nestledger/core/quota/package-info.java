/** Quota: the area of new construction land that the province allows a zone, per year. */
@NullMarked
package org.nestledger.core.quota;

import org.jspecify.annotations.NullMarked;
