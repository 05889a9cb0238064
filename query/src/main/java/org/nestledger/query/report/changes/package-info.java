/** The figures of a period beside those of earlier ones. */
@NullMarked
package org.nestledger.query.report.changes;

import org.jspecify.annotations.NullMarked;
