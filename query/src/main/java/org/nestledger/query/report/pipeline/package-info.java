/** Projects per stage, their moves between stages in a period, and their investment. */
@NullMarked
package org.nestledger.query.report.pipeline;

import org.jspecify.annotations.NullMarked;
