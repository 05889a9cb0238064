package org.nestledger.query.supply;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Quantity;
import org.nestledger.core.supply.SupplyTerms;
import org.nestledger.query.fund.FundView;
import org.nestledger.query.history.HistoryEntry;
import org.nestledger.query.movement.Balance;

/**
 * A supply with all that was agreed and what stands on its accounts.
 *
 * @param payments what was paid of its price, and paid back
 * @param due what is still to be paid, below zero when overpaid; absent when the price is unknown
 * @param history the latest events, newest first
 */
public record SupplyDetail(
        SupplyView supply,
        SupplyTerms terms,
        List<FundView> payments,
        @Nullable Quantity due,
        List<Balance> balances,
        List<HistoryEntry> history) {

    public SupplyDetail {
        payments = List.copyOf(payments);
        balances = List.copyOf(balances);
        history = List.copyOf(history);
    }
}
