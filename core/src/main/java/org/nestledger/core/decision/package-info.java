/** What a decision is: commands, the facts it reads, the events or the refusal it gives. Pure: no clock, no I/O, no random. */
@NullMarked
package org.nestledger.core.decision;

import org.jspecify.annotations.NullMarked;
