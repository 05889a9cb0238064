/** Pages of sorted lists that stay stable while the lists grow, and the small database helpers that all read models share. */
@NullMarked
package org.nestledger.query.page;

import org.jspecify.annotations.NullMarked;
