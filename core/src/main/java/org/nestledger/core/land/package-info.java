/** Parcels and what is done to them: acquisition, conversion, servicing, survey and split. */
@NullMarked
package org.nestledger.core.land;

import org.jspecify.annotations.NullMarked;
