package org.nestledger.core.decision;

import java.util.List;
import org.nestledger.core.journal.Movement;

/**
 * One event as a decision sees it.
 *
 * @param position in the log; {@link Facts#NOT_YET} for an event that is only proposed
 * @param movements what the journal makes of it
 */
public record Fact(long position, LedgerEvent event, List<Movement> movements) {

    public Fact {
        movements = List.copyOf(movements);
    }
}
