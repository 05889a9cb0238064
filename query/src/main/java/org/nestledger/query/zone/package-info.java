/** Zones: their tree, names, closings and targets, and what two people agree on in them. */
@NullMarked
package org.nestledger.query.zone;

import org.jspecify.annotations.NullMarked;
