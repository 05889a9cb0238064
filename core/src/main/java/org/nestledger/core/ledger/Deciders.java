package org.nestledger.core.ledger;

import java.util.List;
import org.nestledger.core.claim.ClaimCommand;
import org.nestledger.core.claim.ClaimDecider;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Decider;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.enterprise.EnterpriseCommand;
import org.nestledger.core.enterprise.EnterpriseDecider;
import org.nestledger.core.fund.FundCommand;
import org.nestledger.core.fund.FundDecider;
import org.nestledger.core.land.LandCommand;
import org.nestledger.core.land.LandDecider;
import org.nestledger.core.notice.NoticeCommand;
import org.nestledger.core.notice.NoticeDecider;
import org.nestledger.core.opening.OpeningCommand;
import org.nestledger.core.opening.OpeningDecider;
import org.nestledger.core.permit.PermitCommand;
import org.nestledger.core.permit.PermitDecider;
import org.nestledger.core.permit.PowerCommand;
import org.nestledger.core.permit.PowerDecider;
import org.nestledger.core.portal.PortalCommand;
import org.nestledger.core.portal.PortalDecider;
import org.nestledger.core.project.ProjectCommand;
import org.nestledger.core.project.ProjectDecider;
import org.nestledger.core.quota.QuotaCommand;
import org.nestledger.core.quota.QuotaDecider;
import org.nestledger.core.reversal.ReversalDecider;
import org.nestledger.core.reversal.ReverseEntry;
import org.nestledger.core.service.ServiceCommand;
import org.nestledger.core.service.ServiceDecider;
import org.nestledger.core.supply.SupplyCommand;
import org.nestledger.core.supply.SupplyDecider;
import org.nestledger.core.zone.ZoneCommand;
import org.nestledger.core.zone.ZoneDecider;

/** Which feature decides which command. */
final class Deciders {

    private static final ZoneDecider ZONE = new ZoneDecider();
    private static final QuotaDecider QUOTA = new QuotaDecider();
    private static final OpeningDecider OPENING = new OpeningDecider();
    private static final LandDecider LAND = new LandDecider();
    private static final SupplyDecider SUPPLY = new SupplyDecider();
    private static final ProjectDecider PROJECT = new ProjectDecider();
    private static final EnterpriseDecider ENTERPRISE = new EnterpriseDecider();
    private static final NoticeDecider NOTICE = new NoticeDecider();
    private static final PermitDecider PERMIT = new PermitDecider();
    private static final PowerDecider POWER = new PowerDecider();
    private static final ServiceDecider SERVICE = new ServiceDecider();
    private static final FundDecider FUND = new FundDecider();
    private static final ClaimDecider CLAIM = new ClaimDecider();
    private static final PortalDecider PORTAL = new PortalDecider();
    private static final ReversalDecider REVERSAL = new ReversalDecider();

    private Deciders() {}

    /** A command together with its decider, so that neither can meet a stranger. */
    record Case<C extends LedgerCommand>(Decider<C> decider, C command) {
        Boundary boundary() {
            return decider.boundary(command);
        }

        Boundary further(Facts facts) {
            return decider.further(command, facts);
        }

        List<String> writesIn(Facts facts) {
            return decider.writesIn(command, facts);
        }
    }

    static Case<?> of(LedgerCommand command) {
        return switch (command) {
            case ZoneCommand c -> new Case<>(ZONE, c);
            case QuotaCommand c -> new Case<>(QUOTA, c);
            case OpeningCommand c -> new Case<>(OPENING, c);
            case LandCommand c -> new Case<>(LAND, c);
            case SupplyCommand c -> new Case<>(SUPPLY, c);
            case ProjectCommand c -> new Case<>(PROJECT, c);
            case EnterpriseCommand c -> new Case<>(ENTERPRISE, c);
            case NoticeCommand c -> new Case<>(NOTICE, c);
            case PermitCommand c -> new Case<>(PERMIT, c);
            case PowerCommand c -> new Case<>(POWER, c);
            case ServiceCommand c -> new Case<>(SERVICE, c);
            case FundCommand c -> new Case<>(FUND, c);
            case ClaimCommand c -> new Case<>(CLAIM, c);
            case PortalCommand c -> new Case<>(PORTAL, c);
            case ReverseEntry c -> new Case<>(REVERSAL, c);
            default ->
                throw new IllegalStateException(
                        "nothing decides " + command.getClass().getName());
        };
    }
}
