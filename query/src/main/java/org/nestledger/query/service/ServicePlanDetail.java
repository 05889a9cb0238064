package org.nestledger.query.service;

import java.util.List;
import org.nestledger.query.history.HistoryEntry;

/**
 * A service plan with what happened to it.
 *
 * @param history the latest events, newest first
 */
public record ServicePlanDetail(ServicePlanView plan, List<HistoryEntry> history) {

    public ServicePlanDetail {
        history = List.copyOf(history);
    }
}
