/** Targets against what was reached. */
@NullMarked
package org.nestledger.query.report.targets;

import org.jspecify.annotations.NullMarked;
