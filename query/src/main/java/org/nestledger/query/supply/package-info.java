/** Supplies of land: what was agreed and what was taken back. */
@NullMarked
package org.nestledger.query.supply;

import org.jspecify.annotations.NullMarked;
