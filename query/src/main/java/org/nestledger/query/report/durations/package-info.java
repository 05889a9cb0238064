/** How long permits took. */
@NullMarked
package org.nestledger.query.report.durations;

import org.jspecify.annotations.NullMarked;
