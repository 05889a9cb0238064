/** Parcels: descriptions and areas. */
@NullMarked
package org.nestledger.query.land;

import org.jspecify.annotations.NullMarked;
