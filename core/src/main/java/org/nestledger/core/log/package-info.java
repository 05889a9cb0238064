/**
 * The event log: one append-only sequence of events on PostgreSQL, and the only source of truth.
 *
 * <p>One thread writes, many appends in one transaction. It need not wait for the disk: another thread does, for several
 * batches at once, and only then are they answered. What a transaction wrote can therefore be seen a moment before it is
 * on disk; whoever reads the log here waits for that, so that nothing is told that a crash could undo.
 */
@NullMarked
package org.nestledger.core.log;

import org.jspecify.annotations.NullMarked;
