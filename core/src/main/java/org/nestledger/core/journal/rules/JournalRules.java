package org.nestledger.core.journal.rules;

import java.util.List;
import org.nestledger.core.claim.ClaimEvent;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.enterprise.EnterpriseEvent;
import org.nestledger.core.fund.FundEvent;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.land.LandEvent;
import org.nestledger.core.ledger.EventTypes;
import org.nestledger.core.opening.OpeningEvent;
import org.nestledger.core.permit.PermitEvent;
import org.nestledger.core.permit.PowerEvent;
import org.nestledger.core.portal.PortalEvent;
import org.nestledger.core.project.ProjectEvent;
import org.nestledger.core.quota.QuotaEvent;
import org.nestledger.core.reversal.EntryReversed;
import org.nestledger.core.service.ServiceEvent;
import org.nestledger.core.supply.SupplyEvent;
import org.nestledger.core.zone.ZoneEvent;

/** Event to balanced movements: total, pure, and the same for decisions and projections. */
public final class JournalRules {

    private JournalRules() {}

    /** The movements of an event, none for one without quantities. */
    public static List<Movement> movements(LedgerEvent event) {
        Postings postings = new Postings(event.occurredOn());
        switch (event) {
            case ZoneEvent _, EnterpriseEvent _, ClaimEvent _ -> {}
            case QuotaEvent quota -> QuotaRules.post(quota, postings);
            case OpeningEvent opening -> OpeningRules.post(opening, postings);
            case LandEvent land -> LandRules.post(land, postings);
            case SupplyEvent supply -> SupplyRules.post(supply, postings);
            case ProjectEvent project -> ProjectRules.post(project, postings);
            case PermitEvent permit -> PermitRules.post(permit, postings);
            case PowerEvent power -> PermitRules.post(power, postings);
            case ServiceEvent service -> ServiceRules.post(service, postings);
            case FundEvent fund -> FundRules.post(fund, postings);
            case PortalEvent portal -> PortalRules.post(portal, postings);
            case EntryReversed reversal -> postings.addAll(reversed(reversal));
            default ->
                throw new IllegalStateException(
                        "no journal rule for " + event.getClass().getName());
        }
        return postings.movements();
    }

    private static List<Movement> reversed(EntryReversed reversal) {
        return movements(EventTypes.target(reversal)).stream()
                .map(movement -> movement.negated(reversal.occurredOn()))
                .toList();
    }
}
