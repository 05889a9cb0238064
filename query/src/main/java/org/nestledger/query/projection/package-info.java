/** How the log is folded into the read models: one thread, one transaction for rows and position, one process at a time. */
@NullMarked
package org.nestledger.query.projection;

import org.jspecify.annotations.NullMarked;
