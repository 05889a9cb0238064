/** The quota of a period: what was granted, used and given back, and what expires. */
@NullMarked
package org.nestledger.query.report.quota;

import org.jspecify.annotations.NullMarked;
