package org.nestledger.core.project;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.By;
import org.nestledger.core.decision.Document;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.Role;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Id;
import org.nestledger.core.measure.Money;

/** What can be asked of a project. */
public sealed interface ProjectCommand extends LedgerCommand {

    String project();

    LocalDate occurredOn();

    List<Document> documents();

    /**
     * @param enterprise a registered one
     * @param holder the company as text, when it is not registered
     */
    @By(Role.COMMITTEE)
    @Command(namespace = "project", name = "IntroduceProject", version = "1")
    record IntroduceProject(
            @Id String zone,
            @Id String project,
            String name,
            @Id @Nullable String enterprise,
            @Nullable String holder,
            @Nullable String industry,
            @Nullable String origin,
            @Nullable Money plannedInvestment,
            @Nullable Area landNeed,
            LocalDate occurredOn,
            List<Document> documents)
            implements ProjectCommand {}

    /** States what changes; what is absent stays. */
    @By(Role.COMMITTEE)
    @Command(namespace = "project", name = "AmendProject", version = "1")
    record AmendProject(
            @Id String zone,
            @Id String project,
            @Nullable String name,
            @Nullable String industry,
            @Nullable String origin,
            @Nullable Area landNeed,
            LocalDate occurredOn,
            List<Document> documents)
            implements ProjectCommand {}

    @By(Role.COMMITTEE)
    @Command(namespace = "project", name = "RevisePlannedInvestment", version = "1")
    record RevisePlannedInvestment(
            @Id String zone,
            @Id String project,
            Money plannedInvestment,
            LocalDate occurredOn,
            List<Document> documents)
            implements ProjectCommand {}

    /** @param amount the increment, not the sum so far */
    @By(Role.COMMITTEE)
    @Command(namespace = "project", name = "RecordInvestment", version = "1")
    record RecordInvestment(
            @Id String zone, @Id String project, Money amount, LocalDate occurredOn, List<Document> documents)
            implements ProjectCommand {}

    @By(Role.COMMITTEE)
    @Command(namespace = "project", name = "StartConstruction", version = "1")
    record StartConstruction(@Id String zone, @Id String project, LocalDate occurredOn, List<Document> documents)
            implements ProjectCommand {}

    /** A start that a public notice states; no permit is asked for. */
    @By(Role.COMMITTEE)
    @Command(namespace = "project", name = "ReportStart", version = "1")
    record ReportStart(@Id String zone, @Id String project, LocalDate occurredOn, List<Document> documents)
            implements ProjectCommand {}

    @By(Role.COMMITTEE)
    @Command(namespace = "project", name = "ReachMilestone", version = "1")
    record ReachMilestone(
            @Id String zone, @Id String project, String milestone, LocalDate occurredOn, List<Document> documents)
            implements ProjectCommand {}

    @By(Role.COMMITTEE)
    @Command(namespace = "project", name = "CompleteConstruction", version = "1")
    record CompleteConstruction(@Id String zone, @Id String project, LocalDate occurredOn, List<Document> documents)
            implements ProjectCommand {}

    /** A completion that a public notice states. */
    @By(Role.COMMITTEE)
    @Command(namespace = "project", name = "ReportCompletion", version = "1")
    record ReportCompletion(@Id String zone, @Id String project, LocalDate occurredOn, List<Document> documents)
            implements ProjectCommand {}

    @By(Role.COMMITTEE)
    @Command(namespace = "project", name = "StartProduction", version = "1")
    record StartProduction(@Id String zone, @Id String project, LocalDate occurredOn, List<Document> documents)
            implements ProjectCommand {}

    @By(Role.COMMITTEE)
    @Command(namespace = "project", name = "WithdrawProject", version = "1")
    record WithdrawProject(
            @Id String zone,
            @Id String project,
            @Nullable String reason,
            LocalDate occurredOn,
            List<Document> documents)
            implements ProjectCommand {}
}
