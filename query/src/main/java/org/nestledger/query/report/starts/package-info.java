/** Projects that should have started. */
@NullMarked
package org.nestledger.query.report.starts;

import org.jspecify.annotations.NullMarked;
