package org.nestledger.core.journal.rules;

import static org.nestledger.core.journal.Account.PORTAL_OUTSIDE;
import static org.nestledger.core.journal.Account.PORTAL_VISITS;

import org.nestledger.core.journal.Flow;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.journal.Place;
import org.nestledger.core.portal.PortalEvent;
import org.nestledger.core.portal.PortalEvent.PortalVisitsRecorded;

final class PortalRules {

    private PortalRules() {}

    static void post(PortalEvent event, Postings out) {
        Place outside = Place.ofZone(PORTAL_OUTSIDE, event.zone());
        switch (event) {
            case PortalVisitsRecorded e -> {
                long before = e.previousVisits() == null ? 0 : e.previousVisits();
                out.post(Flow.VISITS, outside, outside.with(PORTAL_VISITS), e.visits() - before, Movement.VISITS);
            }
        }
    }
}
