package org.nestledger.query.report.explain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.service.ServiceEvent;

/** What the figures of the report of services are: of a plan, by its id, or of an open service, by those of both. */
final class ServiceFigures {

    private static final int OF_PLAN = 3;
    private static final int OF_SERVICE = 4;

    private ServiceFigures() {}

    static Optional<Definition> of(List<String> cells) {
        return switch (cells.getFirst()) {
            case "plans" -> cells.size() == OF_PLAN ? ofPlan(cells.get(1), cells.get(2)) : Optional.empty();
            case "open services" ->
                cells.size() == OF_SERVICE && cells.get(3).equals("days late")
                        ? Optional.of(new ServiceDaysLate(cells.get(1), cells.get(2)))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Definition> ofPlan(String plan, String item) {
        BiPredicate<PlannedService, LocalDate> open = (service, _) -> service.isOpen();
        BiPredicate<PlannedService, LocalDate> late = PlannedService::isLate;
        return switch (item) {
            case "services" ->
                Optional.of(new PlanCount(plan, "services agreed in the plan", (_, _) -> true, false, false));
            case "delivered" ->
                Optional.of(
                        new PlanCount(plan, "services of the plan that were delivered", open.negate(), true, false));
            case "open" ->
                Optional.of(new PlanCount(plan, "services of the plan that were not delivered", open, false, false));
            case "late" ->
                Optional.of(new PlanCount(
                        plan,
                        "services of the plan that were not delivered though their day has passed",
                        open.and(late),
                        false,
                        true));
            case "delivered late" ->
                Optional.of(new PlanCount(
                        plan,
                        "services of the plan that were delivered after their day",
                        open.negate().and(late),
                        true,
                        true));
            default -> Optional.empty();
        };
    }

    static Lookup lookup(String plan) {
        return new Lookup.Of("services.sql", plan);
    }

    /** Whether an event, or what it takes back, is of a plan. */
    static boolean isOf(String plan, LedgerEvent event) {
        return Interest.subject(event) instanceof ServiceEvent service
                && service.plan().equals(plan);
    }
}
