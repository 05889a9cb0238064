/** Verifies a log from outside, with nothing but its public files and a key that was pinned before. */
@NullMarked
package org.nestledger.core.log.audit;

import org.jspecify.annotations.NullMarked;
