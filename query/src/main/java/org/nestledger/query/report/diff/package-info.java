/** What changed in a report between two moments of knowledge, and which entries did it. */
@NullMarked
package org.nestledger.query.report.diff;

import org.jspecify.annotations.NullMarked;
