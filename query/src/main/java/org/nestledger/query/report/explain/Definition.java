package org.nestledger.query.report.explain;

import java.util.List;
import java.util.Optional;
import org.nestledger.core.decision.LedgerEvent;

/** What a figure in a table of a report is, over the events of the log. */
interface Definition {

    /** In words. */
    String formula();

    /** Whether an event can contribute to such a figure, of whatever zone and period. */
    boolean concerns(LedgerEvent event);

    /** Where the read models say which events can. */
    List<Lookup> lookups(Asked asked);

    /** None when the events give no such figure. */
    Optional<Explanation> explain(Inquiry inquiry);
}
