/** The quota accounts of zones and years. */
@NullMarked
package org.nestledger.query.quota;

import org.jspecify.annotations.NullMarked;
