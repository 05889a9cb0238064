/** Merkle tree arithmetic of RFC 6962 over the log's records: pure functions that know no database. */
@NullMarked
package org.nestledger.core.log.merkle;

import org.jspecify.annotations.NullMarked;
