package org.nestledger.core.service;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Decider;
import org.nestledger.core.decision.Decision;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.decision.Moment;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.decision.Rules;
import org.nestledger.core.project.Project;
import org.nestledger.core.service.ServiceCommand.AddService;
import org.nestledger.core.service.ServiceCommand.AgreeServicePlan;
import org.nestledger.core.service.ServiceCommand.DeliverService;
import org.nestledger.core.service.ServiceEvent.ServiceAgreed;
import org.nestledger.core.service.ServiceEvent.ServiceDelivered;
import org.nestledger.core.service.ServiceEvent.ServicePlanAgreed;
import org.nestledger.core.zone.Books;

/** Decides about service plans. Due days are recorded as agreed. */
public final class ServiceDecider implements Decider<ServiceCommand> {

    @Override
    public Boundary boundary(ServiceCommand command) {
        return Books.boundary(command.zone())
                .and(Project.boundary(command.project()))
                .and(ServicePlan.boundary(command.plan()));
    }

    @Override
    public Decision decide(ServiceCommand command, Facts facts, Moment moment) {
        return Decision.unlessRefused(
                List.of(
                        () -> Books.refusal(facts, command.zone(), command.occurredOn(), moment),
                        () -> Project.refusal(facts, command.project(), command.occurredOn()),
                        () -> Project.inZone(facts, command.project(), command.zone())),
                () -> switch (command) {
                    case AgreeServicePlan c -> agree(c, facts);
                    case AddService c -> add(c, facts);
                    case DeliverService c -> deliver(c, facts);
                });
    }

    private static Decision agree(AgreeServicePlan c, Facts facts) {
        return Decision.unlessRefused(
                List.of(
                        () -> Rules.free(ServicePlan.of(facts, c.plan()) == null, "a service plan " + c.plan()),
                        () -> eachOnce(c.services())),
                () -> new Decision.Accepted(Stream.concat(
                                Stream.<LedgerEvent>of(new ServicePlanAgreed(
                                        c.zone(), c.project(), c.plan(), c.name(), c.occurredOn(), c.documents())),
                                c.services().stream().map(service -> agreed(c, service)))
                        .toList()));
    }

    private static ServiceAgreed agreed(ServiceCommand c, NewService service) {
        return new ServiceAgreed(
                c.zone(),
                c.project(),
                c.plan(),
                service.service(),
                service.name(),
                service.dueOn(),
                c.occurredOn(),
                c.documents());
    }

    private static @Nullable Rejection eachOnce(List<NewService> services) {
        return services.stream().map(NewService::service).distinct().count() == services.size()
                ? null
                : Rejection.of(
                        RefusalCode.INVALID_FIELD,
                        "\"services\" names a service twice.",
                        "Give each service an id of its own.");
    }

    private static Decision add(AddService c, Facts facts) {
        return Decision.unlessRefused(
                List.of(
                        () -> known(c, facts),
                        () -> Rules.free(
                                !plan(c, facts).services().containsKey(c.service()),
                                "a service " + c.service() + " in plan " + c.plan())),
                () -> Decision.accept(agreed(c, new NewService(c.service(), c.name(), c.dueOn()))));
    }

    private static Decision deliver(DeliverService c, Facts facts) {
        return Decision.unlessRefused(List.of(() -> known(c, facts), () -> open(c, plan(c, facts))), () -> {
            ServiceAgreed agreed =
                    Objects.requireNonNull(plan(c, facts).services().get(c.service()));
            return Decision.accept(new ServiceDelivered(
                    c.zone(),
                    c.project(),
                    c.plan(),
                    c.service(),
                    agreed.dueOn(),
                    c.result(),
                    c.occurredOn(),
                    c.documents()));
        });
    }

    private static @Nullable Rejection known(ServiceCommand c, Facts facts) {
        ServicePlan plan = ServicePlan.of(facts, c.plan());
        if (plan == null) {
            return Rejection.of(
                    RefusalCode.UNKNOWN_PLAN,
                    "There is no service plan " + c.plan() + ".",
                    "Agree it first, or correct the id.");
        }
        if (!plan.project().equals(c.project())) {
            return Rejection.of(
                    RefusalCode.WRONG_PROJECT,
                    "Service plan " + c.plan() + " is for project " + plan.project() + ".",
                    "Name that project.");
        }
        return c.occurredOn().isBefore(plan.agreedOn())
                ? Rejection.of(
                        RefusalCode.BEFORE_AGREEMENT,
                        "Service plan " + c.plan() + " was agreed on " + plan.agreedOn() + ".",
                        "Date it on or after that day.")
                : null;
    }

    private static @Nullable Rejection open(DeliverService c, ServicePlan plan) {
        ServiceAgreed agreed = plan.services().get(c.service());
        if (agreed == null) {
            return Rejection.of(
                    RefusalCode.UNKNOWN_SERVICE,
                    "Service plan " + c.plan() + " has no service " + c.service() + ".",
                    "Add it first, or correct the id.");
        }
        if (plan.delivered().containsKey(c.service())) {
            return Rejection.of(
                    RefusalCode.ALREADY_DELIVERED,
                    "Service " + c.service() + " was delivered on "
                            + plan.delivered().get(c.service()) + ".",
                    "A service is delivered once: add another one for what is more.");
        }
        return c.occurredOn().isBefore(agreed.occurredOn())
                ? Rejection.of(
                        RefusalCode.BEFORE_AGREEMENT,
                        "Service " + c.service() + " was agreed on " + agreed.occurredOn() + ".",
                        "Date it on or after that day.")
                : null;
    }

    private static ServicePlan plan(ServiceCommand c, Facts facts) {
        return Objects.requireNonNull(ServicePlan.of(facts, c.plan()));
    }
}
