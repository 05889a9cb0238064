package org.nestledger.query.permit;

import java.util.List;
import org.nestledger.query.history.HistoryEntry;

/**
 * A permit with what happened to it.
 *
 * @param history the latest events, newest first
 */
public record PermitDetail(PermitView permit, List<HistoryEntry> history) {

    public PermitDetail {
        history = List.copyOf(history);
    }
}
