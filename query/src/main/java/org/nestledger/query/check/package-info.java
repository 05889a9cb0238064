/** Holds the read models against the log, and what the log says of parcels against the ground that they lie on. */
@NullMarked
package org.nestledger.query.check;

import org.jspecify.annotations.NullMarked;
