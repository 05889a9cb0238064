/** Enterprises and how they were recognised. */
@NullMarked
package org.nestledger.query.enterprise;

import org.jspecify.annotations.NullMarked;
