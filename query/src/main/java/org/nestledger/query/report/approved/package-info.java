/** Land that is approved for construction and not supplied yet. */
@NullMarked
package org.nestledger.query.report.approved;

import org.jspecify.annotations.NullMarked;
