/** A witness for tests, and tests of how witnesses are asked. */
@NullMarked
package org.nestledger.core.log.witness;

import org.jspecify.annotations.NullMarked;
