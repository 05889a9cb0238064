/** What a figure is made of: its entries in the log, from which it can be computed again without the read models. */
@NullMarked
package org.nestledger.query.report.explain;

import org.jspecify.annotations.NullMarked;
