/** Processes and databases that are killed under load, and a check of what clients were told before. */
@NullMarked
package org.nestledger.core.log.faults;

import org.jspecify.annotations.NullMarked;
