/** How fast read models are built from the log, how soon they show an event, and how fast reports of long ago are. */
@NullMarked
package org.nestledger.bench.rebuild;

import org.jspecify.annotations.NullMarked;
