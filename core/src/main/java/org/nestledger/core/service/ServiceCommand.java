package org.nestledger.core.service;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.By;
import org.nestledger.core.decision.Document;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.Role;
import org.nestledger.core.measure.Id;

/** What can be asked of the services agreed with an enterprise for a project (一企一策). */
public sealed interface ServiceCommand extends LedgerCommand {

    String project();

    String plan();

    LocalDate occurredOn();

    List<Document> documents();

    /**
     * @param zone the project's
     * @param plan a new id
     * @param services what is agreed at once; more can be added later
     */
    @By(Role.COMMITTEE)
    @Command(namespace = "service", name = "AgreeServicePlan", version = "1")
    record AgreeServicePlan(
            @Id String zone,
            @Id String project,
            @Id String plan,
            String name,
            List<NewService> services,
            LocalDate occurredOn,
            List<Document> documents)
            implements ServiceCommand {}

    /** @param service a new id within the plan */
    @By(Role.COMMITTEE)
    @Command(namespace = "service", name = "AddService", version = "1")
    record AddService(
            @Id String zone,
            @Id String project,
            @Id String plan,
            @Id String service,
            String name,
            @Nullable LocalDate dueOn,
            LocalDate occurredOn,
            List<Document> documents)
            implements ServiceCommand {}

    @By(Role.COMMITTEE)
    @Command(namespace = "service", name = "DeliverService", version = "1")
    record DeliverService(
            @Id String zone,
            @Id String project,
            @Id String plan,
            @Id String service,
            @Nullable String result,
            LocalDate occurredOn,
            List<Document> documents)
            implements ServiceCommand {}
}
