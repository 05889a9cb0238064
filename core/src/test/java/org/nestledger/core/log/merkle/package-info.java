/** Tests of the Merkle tree against known answers. */
@NullMarked
package org.nestledger.core.log.merkle;

import org.jspecify.annotations.NullMarked;
