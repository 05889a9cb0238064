/** The one place that turns events into quantities. */
@NullMarked
package org.nestledger.core.journal.rules;

import org.jspecify.annotations.NullMarked;
