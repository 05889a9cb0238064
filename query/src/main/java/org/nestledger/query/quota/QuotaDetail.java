package org.nestledger.query.quota;

import java.util.List;
import org.nestledger.query.history.HistoryEntry;
import org.nestledger.query.movement.Balance;

/**
 * A quota account with what stands on it.
 *
 * @param history the latest events, newest first
 */
public record QuotaDetail(QuotaView quota, List<Balance> balances, List<HistoryEntry> history) {

    public QuotaDetail {
        balances = List.copyOf(balances);
        history = List.copyOf(history);
    }
}
