/** Zones keep books: designation in a tree that never changes, names, targets, the closing of periods, and what two people agree on. */
@NullMarked
package org.nestledger.core.zone;

import org.jspecify.annotations.NullMarked;
