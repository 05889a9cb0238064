package org.nestledger.core.journal.rules;

import static org.nestledger.core.journal.Account.INVESTMENT_MADE;
import static org.nestledger.core.journal.Account.INVESTMENT_PLANNED;
import static org.nestledger.core.journal.Account.INVESTMENT_SOURCE;
import static org.nestledger.core.journal.Account.PROJECT_BUILDING;
import static org.nestledger.core.journal.Account.PROJECT_COMPLETED;
import static org.nestledger.core.journal.Account.PROJECT_INTRODUCED;
import static org.nestledger.core.journal.Account.PROJECT_OUTSIDE;
import static org.nestledger.core.journal.Account.PROJECT_PRODUCING;
import static org.nestledger.core.journal.Account.PROJECT_WITHDRAWN;

import org.nestledger.core.journal.Flow;
import org.nestledger.core.journal.Place;
import org.nestledger.core.measure.Money;
import org.nestledger.core.project.ProjectEvent;
import org.nestledger.core.project.ProjectEvent.ConstructionCompleted;
import org.nestledger.core.project.ProjectEvent.ConstructionStarted;
import org.nestledger.core.project.ProjectEvent.InvestmentPlanRevised;
import org.nestledger.core.project.ProjectEvent.InvestmentRecorded;
import org.nestledger.core.project.ProjectEvent.MilestoneReached;
import org.nestledger.core.project.ProjectEvent.ProductionStarted;
import org.nestledger.core.project.ProjectEvent.ProjectAmended;
import org.nestledger.core.project.ProjectEvent.ProjectIntroduced;
import org.nestledger.core.project.ProjectEvent.ProjectWithdrawn;

final class ProjectRules {

    private ProjectRules() {}

    static void post(ProjectEvent event, Postings out) {
        Place project = Place.ofProject(PROJECT_OUTSIDE, event.zone(), event.project());
        Place source = project.with(INVESTMENT_SOURCE);
        switch (event) {
            case ProjectAmended _, MilestoneReached _ -> {}
            case ProjectIntroduced e -> {
                out.one(Flow.INTRODUCE, project, project.with(PROJECT_INTRODUCED));
                out.money(Flow.PLEDGE, source, project.with(INVESTMENT_PLANNED), e.plannedInvestment());
            }
            case InvestmentPlanRevised e ->
                out.post(
                        Flow.PLEDGE,
                        source,
                        project.with(INVESTMENT_PLANNED),
                        difference(e),
                        e.plannedInvestment().currency());
            case InvestmentRecorded e -> out.money(Flow.INVEST, source, project.with(INVESTMENT_MADE), e.amount());
            case ConstructionStarted _ ->
                out.one(Flow.START, project.with(PROJECT_INTRODUCED), project.with(PROJECT_BUILDING));
            case ConstructionCompleted _ ->
                out.one(Flow.COMPLETE, project.with(PROJECT_BUILDING), project.with(PROJECT_COMPLETED));
            case ProductionStarted _ ->
                out.one(Flow.PRODUCE, project.with(PROJECT_COMPLETED), project.with(PROJECT_PRODUCING));
            case ProjectWithdrawn e ->
                out.one(Flow.WITHDRAW, project.with(e.previousStage().account()), project.with(PROJECT_WITHDRAWN));
        }
    }

    private static long difference(InvestmentPlanRevised e) {
        Money previous = e.previousPlannedInvestment();
        return Math.subtractExact(e.plannedInvestment().minor(), previous == null ? 0 : previous.minor());
    }
}
