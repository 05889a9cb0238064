/** Zones keep books: designation in a tree that never changes, names, targets, and the closing of periods. */
@NullMarked
package org.nestledger.core.zone;

import org.jspecify.annotations.NullMarked;
