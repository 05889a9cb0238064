package org.nestledger.query.portal;

import java.util.List;
import org.nestledger.query.history.HistoryEntry;

/**
 * The visits of one day with how they were counted.
 *
 * @param history the latest events, newest first
 */
public record VisitDetail(VisitView visits, List<HistoryEntry> history) {

    public VisitDetail {
        history = List.copyOf(history);
    }
}
