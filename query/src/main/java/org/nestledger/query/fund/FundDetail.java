package org.nestledger.query.fund;

import java.util.List;
import org.nestledger.query.history.HistoryEntry;

/**
 * Money that the land bank got or paid back, with how it was recorded.
 *
 * @param history its one event
 */
public record FundDetail(FundView fund, List<HistoryEntry> history) {

    public FundDetail {
        history = List.copyOf(history);
    }
}
