package org.nestledger.query.supply;

import java.util.List;
import org.nestledger.core.supply.SupplyTerms;
import org.nestledger.query.history.HistoryEntry;
import org.nestledger.query.movement.Balance;

/**
 * A supply with all that was agreed and what stands on its accounts.
 *
 * @param history the latest events, newest first
 */
public record SupplyDetail(SupplyView supply, SupplyTerms terms, List<Balance> balances, List<HistoryEntry> history) {

    public SupplyDetail {
        balances = List.copyOf(balances);
        history = List.copyOf(history);
    }
}
