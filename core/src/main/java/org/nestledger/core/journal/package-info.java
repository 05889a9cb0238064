/** Double entry: accounts, flows, balanced movements, and balances by business day. Pure. */
@NullMarked
package org.nestledger.core.journal;

import org.jspecify.annotations.NullMarked;
