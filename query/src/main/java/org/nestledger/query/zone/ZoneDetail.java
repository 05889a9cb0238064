package org.nestledger.query.zone;

import java.util.List;
import org.nestledger.core.decision.Matter;
import org.nestledger.query.history.HistoryEntry;
import org.nestledger.query.movement.Balance;

/**
 * A zone with what stands in its books.
 *
 * @param children the zones right below it
 * @param balances of the zone and all its descendants
 * @param approvals the matters in which two people agree
 * @param history the latest events of the zone's own books, newest first
 */
public record ZoneDetail(
        ZoneView zone,
        List<ZoneView> children,
        List<Balance> balances,
        List<ZoneTarget> targets,
        List<Matter> approvals,
        List<HistoryEntry> history) {

    public ZoneDetail {
        children = List.copyOf(children);
        balances = List.copyOf(balances);
        targets = List.copyOf(targets);
        approvals = List.copyOf(approvals);
        history = List.copyOf(history);
    }
}
