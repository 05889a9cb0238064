package org.nestledger.core.service;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.service.ServiceEvent.ServiceAgreed;
import org.nestledger.core.service.ServiceEvent.ServiceDelivered;
import org.nestledger.core.service.ServiceEvent.ServicePlanAgreed;

/**
 * A service plan as decisions read it, folded from its standing events.
 *
 * @param services by id, as agreed
 * @param delivered the day of each delivered service
 */
record ServicePlan(
        String id,
        String project,
        LocalDate agreedOn,
        Map<String, ServiceAgreed> services,
        Map<String, LocalDate> delivered) {

    static Boundary boundary(String plan) {
        return Boundary.none().and(ServiceEvent.tag(plan), ServiceEvent.class);
    }

    /** The plan, absent when none of this id is agreed. */
    static @Nullable ServicePlan of(Facts facts, String id) {
        ServicePlan plan = null;
        Map<String, ServiceAgreed> services = new LinkedHashMap<>();
        Map<String, LocalDate> delivered = new LinkedHashMap<>();
        for (ServiceEvent event : facts.standing(ServiceEvent.class)) {
            if (event.plan().equals(id)) {
                switch (event) {
                    case ServicePlanAgreed e ->
                        plan = new ServicePlan(id, e.project(), e.occurredOn(), services, delivered);
                    case ServiceAgreed e -> services.put(e.service(), e);
                    case ServiceDelivered e -> delivered.put(e.service(), e.occurredOn());
                }
            }
        }
        return plan;
    }
}
