package org.nestledger.query.project;

import java.util.List;
import org.nestledger.query.history.HistoryEntry;
import org.nestledger.query.movement.Balance;
import org.nestledger.query.supply.SupplyView;

/**
 * A project with what stands on its accounts.
 *
 * @param supplies the land it was given
 * @param history the latest events, newest first
 */
public record ProjectDetail(
        ProjectView project,
        List<Milestone> milestones,
        List<SupplyView> supplies,
        List<Balance> balances,
        List<HistoryEntry> history) {

    public ProjectDetail {
        milestones = List.copyOf(milestones);
        supplies = List.copyOf(supplies);
        balances = List.copyOf(balances);
        history = List.copyOf(history);
    }
}
