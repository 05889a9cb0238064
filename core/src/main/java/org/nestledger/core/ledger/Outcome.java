package org.nestledger.core.ledger;

import java.util.List;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.decision.Rejection;

/** What became of a command. */
public sealed interface Outcome {

    /**
     * Its events are in the log, durably.
     *
     * @param already they were there before: the same command had been given earlier
     */
    record Recorded(long firstPosition, long lastPosition, boolean already) implements Outcome {}

    /** A dry run would have recorded these events. */
    record Proposed(List<LedgerEvent> events) implements Outcome {
        public Proposed {
            events = List.copyOf(events);
        }
    }

    /** Nothing was recorded. */
    record Refused(Rejection rejection) implements Outcome {}
}
