/** Entries that rest on no document. */
@NullMarked
package org.nestledger.query.report.unsupported;

import org.jspecify.annotations.NullMarked;
