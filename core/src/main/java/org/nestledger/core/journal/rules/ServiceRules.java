package org.nestledger.core.journal.rules;

import static org.nestledger.core.journal.Account.SERVICE_AGREED;
import static org.nestledger.core.journal.Account.SERVICE_DELIVERED;
import static org.nestledger.core.journal.Account.SERVICE_NONE;

import org.nestledger.core.journal.Flow;
import org.nestledger.core.journal.Place;
import org.nestledger.core.service.ServiceEvent;
import org.nestledger.core.service.ServiceEvent.ServiceAgreed;
import org.nestledger.core.service.ServiceEvent.ServiceDelivered;
import org.nestledger.core.service.ServiceEvent.ServicePlanAgreed;

final class ServiceRules {

    private ServiceRules() {}

    static void post(ServiceEvent event, Postings out) {
        Place none = Place.ofProject(SERVICE_NONE, event.zone(), event.project());
        Place agreed = none.with(SERVICE_AGREED);
        switch (event) {
            case ServicePlanAgreed _ -> {}
            case ServiceAgreed _ -> out.one(Flow.AGREE, none, agreed);
            case ServiceDelivered _ -> out.one(Flow.DELIVER, agreed, none.with(SERVICE_DELIVERED));
        }
    }
}
