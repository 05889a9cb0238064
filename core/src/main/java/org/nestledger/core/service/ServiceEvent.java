package org.nestledger.core.service;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Document;
import org.nestledger.core.decision.LedgerEvent;

/** What happens to the services agreed for a project. */
public sealed interface ServiceEvent extends LedgerEvent {

    String project();

    String plan();

    static String tag(String plan) {
        return "plan:" + plan;
    }

    @Override
    default List<String> tags() {
        return List.of(tag(plan()), "project:" + project());
    }

    @Override
    default boolean reversible() {
        return true;
    }

    @Event(namespace = "service", name = "ServicePlanAgreed", version = "1")
    record ServicePlanAgreed(
            String zone, String project, String plan, String name, LocalDate occurredOn, List<Document> documents)
            implements ServiceEvent {
        public ServicePlanAgreed {
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> founds() {
            return List.of(tag(plan));
        }
    }

    /**
     * One service is agreed.
     *
     * @param dueOn the last day on which it is to be delivered; open when absent
     */
    @Event(namespace = "service", name = "ServiceAgreed", version = "1")
    record ServiceAgreed(
            String zone,
            String project,
            String plan,
            String service,
            String name,
            @Nullable LocalDate dueOn,
            LocalDate occurredOn,
            List<Document> documents)
            implements ServiceEvent {
        public ServiceAgreed {
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> replaces() {
            return List.of("service:" + plan + "/" + service);
        }
    }

    /** @param dueOn as it was agreed */
    @Event(namespace = "service", name = "ServiceDelivered", version = "1")
    record ServiceDelivered(
            String zone,
            String project,
            String plan,
            String service,
            @Nullable LocalDate dueOn,
            @Nullable String result,
            LocalDate occurredOn,
            List<Document> documents)
            implements ServiceEvent {
        public ServiceDelivered {
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> replaces() {
            return List.of("service:" + plan + "/" + service);
        }
    }
}
