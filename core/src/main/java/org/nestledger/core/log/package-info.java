/** The event log: one append-only sequence of events on PostgreSQL, and the only source of truth. */
@NullMarked
package org.nestledger.core.log;

import org.jspecify.annotations.NullMarked;
