package org.nestledger.query.report.explain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.service.ServiceEvent.ServiceAgreed;
import org.nestledger.core.service.ServiceEvent.ServiceDelivered;
import org.nestledger.query.report.explain.Evidence.Standing;

/**
 * A service of a plan.
 *
 * @param delivery absent while it is open
 */
record PlannedService(
        Standing<ServiceAgreed> agreement, @Nullable Standing<ServiceDelivered> delivery) {

    /** Those of a plan, as they were agreed one after the other. */
    static List<PlannedService> of(Evidence evidence, String plan) {
        Map<String, Standing<ServiceAgreed>> agreed = new LinkedHashMap<>();
        evidence.standing(ServiceAgreed.class)
                .filter(each -> each.event().plan().equals(plan))
                .forEach(each -> agreed.merge(each.event().service(), each, BinaryOperator.maxBy(Evidence.LATER)));
        return agreed.values().stream()
                .sorted(Comparator.comparingLong(each -> each.recorded().position()))
                .map(each -> new PlannedService(each, delivery(evidence, each)))
                .toList();
    }

    private static @Nullable Standing<ServiceDelivered> delivery(Evidence evidence, Standing<ServiceAgreed> agreed) {
        ServiceAgreed service = agreed.event();
        return evidence.standing(ServiceDelivered.class)
                .filter(each -> each.event().plan().equals(service.plan()))
                .filter(each -> each.event().service().equals(service.service()))
                .filter(each -> each.recorded().position() > agreed.recorded().position())
                .max(Evidence.LATER)
                .orElse(null);
    }

    String service() {
        return agreement.event().service();
    }

    boolean isOpen() {
        return delivery == null;
    }

    boolean isLate(LocalDate day) {
        return daysLate(day) > 0;
    }

    /** The days since its due day until it was delivered, or until a day when it is open; none when it has no due day. */
    long daysLate(LocalDate day) {
        LocalDate due = agreement.event().dueOn();
        LocalDate last = delivery == null ? day : delivery.event().occurredOn();
        return due == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(due, last));
    }
}
