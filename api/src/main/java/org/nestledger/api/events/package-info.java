/** The events of the log for other programs: as CloudEvents, page by page or as they come. */
@NullMarked
package org.nestledger.api.events;

import org.jspecify.annotations.NullMarked;
