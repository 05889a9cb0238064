package org.nestledger.query.project;

import java.util.List;
import org.nestledger.query.history.HistoryEntry;
import org.nestledger.query.movement.Balance;
import org.nestledger.query.permit.PermitView;
import org.nestledger.query.service.ServicePlanView;
import org.nestledger.query.supply.SupplyView;

/**
 * A project with what stands on its accounts.
 *
 * @param supplies the land it was given
 * @param permits its applications, whatever became of them
 * @param history the latest events, newest first
 */
public record ProjectDetail(
        ProjectView project,
        List<Milestone> milestones,
        List<SupplyView> supplies,
        List<PermitView> permits,
        List<ServicePlanView> servicePlans,
        List<Balance> balances,
        List<HistoryEntry> history) {

    public ProjectDetail {
        milestones = List.copyOf(milestones);
        supplies = List.copyOf(supplies);
        permits = List.copyOf(permits);
        servicePlans = List.copyOf(servicePlans);
        balances = List.copyOf(balances);
        history = List.copyOf(history);
    }
}
