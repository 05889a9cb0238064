/** How long after their day entries were recorded. */
@NullMarked
package org.nestledger.query.report.recording;

import org.jspecify.annotations.NullMarked;
