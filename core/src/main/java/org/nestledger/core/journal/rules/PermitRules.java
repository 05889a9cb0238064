package org.nestledger.core.journal.rules;

import static org.nestledger.core.journal.Account.PERMIT_NONE;
import static org.nestledger.core.journal.Account.POWER_DELEGATED;
import static org.nestledger.core.journal.Account.POWER_MUNICIPAL;

import org.nestledger.core.journal.Flow;
import org.nestledger.core.journal.Place;
import org.nestledger.core.permit.PermitEvent;
import org.nestledger.core.permit.PermitEvent.PermitApplied;
import org.nestledger.core.permit.PermitEvent.PermitGranted;
import org.nestledger.core.permit.PermitEvent.PermitRefused;
import org.nestledger.core.permit.PermitEvent.PermitRevoked;
import org.nestledger.core.permit.PermitStatus;
import org.nestledger.core.permit.PowerEvent;
import org.nestledger.core.permit.PowerEvent.PowerDelegated;
import org.nestledger.core.permit.PowerEvent.PowerWithdrawn;

final class PermitRules {

    private PermitRules() {}

    static void post(PermitEvent event, Postings out) {
        Place none = Place.ofProject(PERMIT_NONE, event.zone(), event.project());
        Place applied = none.with(PermitStatus.APPLIED.account());
        Place granted = none.with(PermitStatus.GRANTED.account());
        switch (event) {
            case PermitApplied _ -> out.one(Flow.APPLY, none, applied);
            case PermitGranted _ -> out.one(Flow.GRANT, applied, granted);
            case PermitRefused _ -> out.one(Flow.REFUSE, applied, none.with(PermitStatus.REFUSED.account()));
            case PermitRevoked _ -> out.one(Flow.REVOKE, granted, none.with(PermitStatus.REVOKED.account()));
        }
    }

    static void post(PowerEvent event, Postings out) {
        Place municipal = Place.ofZone(POWER_MUNICIPAL, event.zone());
        Place delegated = municipal.with(POWER_DELEGATED);
        switch (event) {
            case PowerDelegated _ -> out.one(Flow.DELEGATE, municipal, delegated);
            case PowerWithdrawn _ -> out.one(Flow.POWER_WITHDRAW, delegated, municipal);
        }
    }
}
