/** Closings of the books, and what a closed period showed then beside what it shows now. */
@NullMarked
package org.nestledger.query.report.closing;

import org.jspecify.annotations.NullMarked;
