package org.nestledger.query.claim;

import java.util.List;
import org.nestledger.query.history.HistoryEntry;

/**
 * A published figure with what happened to it.
 *
 * @param history the latest events, newest first
 */
public record ClaimDetail(ClaimView claim, List<HistoryEntry> history) {

    public ClaimDetail {
        history = List.copyOf(history);
    }
}
