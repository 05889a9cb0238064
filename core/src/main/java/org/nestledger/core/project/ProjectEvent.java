package org.nestledger.core.project;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Document;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Money;

/** What happens to a project. */
public sealed interface ProjectEvent extends LedgerEvent {

    String project();

    static String tag(String project) {
        return "project:" + project;
    }

    @Override
    default List<String> tags() {
        return List.of(tag(project()));
    }

    @Override
    default boolean reversible() {
        return true;
    }

    /**
     * A project has signed.
     *
     * @param ancestors of the zone, from the root down
     * @param enterprise the registered enterprise behind it
     * @param holder the company behind it as text, when it is not registered
     * @param plannedInvestment unknown when absent
     * @param landNeed unknown means no limit
     */
    @Event(namespace = "project", name = "ProjectIntroduced", version = "1")
    record ProjectIntroduced(
            String zone,
            List<String> ancestors,
            String project,
            String name,
            @Nullable String enterprise,
            @Nullable String holder,
            @Nullable String industry,
            @Nullable String origin,
            @Nullable Money plannedInvestment,
            @Nullable Area landNeed,
            LocalDate occurredOn,
            List<Document> documents)
            implements ProjectEvent {
        public ProjectIntroduced {
            ancestors = List.copyOf(ancestors);
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> tags() {
            return enterprise == null ? List.of(tag(project)) : List.of(tag(project), "enterprise:" + enterprise);
        }

        @Override
        public List<String> founds() {
            return List.of(tag(project));
        }
    }

    /** What a project's description is after an amendment and was before it. */
    @Event(namespace = "project", name = "ProjectAmended", version = "1")
    record ProjectAmended(
            String zone,
            String project,
            ProjectDetails details,
            ProjectDetails previousDetails,
            LocalDate occurredOn,
            List<Document> documents)
            implements ProjectEvent {
        public ProjectAmended {
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> replaces() {
            return List.of("details:" + project);
        }
    }

    /** @param previousPlannedInvestment unknown when absent */
    @Event(namespace = "project", name = "InvestmentPlanRevised", version = "1")
    record InvestmentPlanRevised(
            String zone,
            String project,
            Money plannedInvestment,
            @Nullable Money previousPlannedInvestment,
            LocalDate occurredOn,
            List<Document> documents)
            implements ProjectEvent {
        public InvestmentPlanRevised {
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> replaces() {
            return List.of("plan:" + project);
        }
    }

    /** @param amount what was invested on top of all before */
    @Event(namespace = "project", name = "InvestmentRecorded", version = "1")
    record InvestmentRecorded(String zone, String project, Money amount, LocalDate occurredOn, List<Document> documents)
            implements ProjectEvent {
        public InvestmentRecorded {
            documents = List.copyOf(documents);
        }
    }

    /** @param reported taken from a public notice, which is no proof of a permit */
    @Event(namespace = "project", name = "ConstructionStarted", version = "1")
    record ConstructionStarted(
            String zone, String project, boolean reported, LocalDate occurredOn, List<Document> documents)
            implements ProjectEvent {
        public ConstructionStarted {
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> replaces() {
            return List.of("stage:" + project);
        }
    }

    /** @param milestone its name, such as {@code roof closed} */
    @Event(namespace = "project", name = "MilestoneReached", version = "1")
    record MilestoneReached(
            String zone, String project, String milestone, LocalDate occurredOn, List<Document> documents)
            implements ProjectEvent {
        public MilestoneReached {
            documents = List.copyOf(documents);
        }
    }

    /** @param reported taken from a public notice */
    @Event(namespace = "project", name = "ConstructionCompleted", version = "1")
    record ConstructionCompleted(
            String zone, String project, boolean reported, LocalDate occurredOn, List<Document> documents)
            implements ProjectEvent {
        public ConstructionCompleted {
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> replaces() {
            return List.of("stage:" + project);
        }
    }

    @Event(namespace = "project", name = "ProductionStarted", version = "1")
    record ProductionStarted(String zone, String project, LocalDate occurredOn, List<Document> documents)
            implements ProjectEvent {
        public ProductionStarted {
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> replaces() {
            return List.of("stage:" + project);
        }
    }

    /** @param previousStage where the project stood */
    @Event(namespace = "project", name = "ProjectWithdrawn", version = "1")
    record ProjectWithdrawn(
            String zone,
            String project,
            ProjectStage previousStage,
            @Nullable String reason,
            LocalDate occurredOn,
            List<Document> documents)
            implements ProjectEvent {
        public ProjectWithdrawn {
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> replaces() {
            return List.of("stage:" + project);
        }
    }
}
