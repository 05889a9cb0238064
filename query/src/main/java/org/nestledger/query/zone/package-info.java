/** Zones: their tree, names, closings and targets. */
@NullMarked
package org.nestledger.query.zone;

import org.jspecify.annotations.NullMarked;
