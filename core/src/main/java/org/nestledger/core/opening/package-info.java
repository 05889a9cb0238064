/** Opening books: what a parcel, project or quota account already held when the ledger began to follow it. */
@NullMarked
package org.nestledger.core.opening;

import org.jspecify.annotations.NullMarked;
