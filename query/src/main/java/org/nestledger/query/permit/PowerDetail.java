package org.nestledger.query.permit;

import java.util.List;
import org.nestledger.query.history.HistoryEntry;

/**
 * A power with what happened under it.
 *
 * @param granted the permits granted under it, revoked ones included
 * @param history the latest events, newest first, with the grants that cite it
 */
public record PowerDetail(PowerView power, long granted, List<HistoryEntry> history) {

    public PowerDetail {
        history = List.copyOf(history);
    }
}
