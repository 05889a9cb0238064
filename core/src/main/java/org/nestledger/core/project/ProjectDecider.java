package org.nestledger.core.project;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Decider;
import org.nestledger.core.decision.Decision;
import org.nestledger.core.decision.Decision.Rule;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.Moment;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.decision.Rules;
import org.nestledger.core.enterprise.Enterprise;
import org.nestledger.core.measure.Money;
import org.nestledger.core.permit.Permits;
import org.nestledger.core.project.ProjectCommand.AmendProject;
import org.nestledger.core.project.ProjectCommand.CompleteConstruction;
import org.nestledger.core.project.ProjectCommand.IntroduceProject;
import org.nestledger.core.project.ProjectCommand.ReachMilestone;
import org.nestledger.core.project.ProjectCommand.RecordInvestment;
import org.nestledger.core.project.ProjectCommand.ReportCompletion;
import org.nestledger.core.project.ProjectCommand.ReportStart;
import org.nestledger.core.project.ProjectCommand.RevisePlannedInvestment;
import org.nestledger.core.project.ProjectCommand.StartConstruction;
import org.nestledger.core.project.ProjectCommand.StartProduction;
import org.nestledger.core.project.ProjectCommand.WithdrawProject;
import org.nestledger.core.project.ProjectEvent.ConstructionCompleted;
import org.nestledger.core.project.ProjectEvent.ConstructionStarted;
import org.nestledger.core.project.ProjectEvent.InvestmentPlanRevised;
import org.nestledger.core.project.ProjectEvent.InvestmentRecorded;
import org.nestledger.core.project.ProjectEvent.MilestoneReached;
import org.nestledger.core.project.ProjectEvent.ProductionStarted;
import org.nestledger.core.project.ProjectEvent.ProjectAmended;
import org.nestledger.core.project.ProjectEvent.ProjectIntroduced;
import org.nestledger.core.project.ProjectEvent.ProjectWithdrawn;
import org.nestledger.core.zone.Books;

/** Decides about projects. That stages come in order on every day is the guard of the stage accounts. */
public final class ProjectDecider implements Decider<ProjectCommand> {

    @Override
    public Boundary boundary(ProjectCommand command) {
        Boundary own = Books.boundary(command.zone()).and(Project.boundary(command.project()));
        return switch (command) {
            case IntroduceProject c when c.enterprise() != null -> own.and(Enterprise.existence(c.enterprise()));
            case StartConstruction c -> own.and(Permits.boundary(c.project()));
            case IntroduceProject _,
                    AmendProject _,
                    RevisePlannedInvestment _,
                    RecordInvestment _,
                    ReportStart _,
                    ReachMilestone _,
                    CompleteConstruction _,
                    ReportCompletion _,
                    StartProduction _,
                    WithdrawProject _ -> own;
        };
    }

    @Override
    public Decision decide(ProjectCommand command, Facts facts, Moment moment) {
        Rule dated = () -> Books.refusal(facts, command.zone(), command.occurredOn(), moment);
        if (command instanceof IntroduceProject c) {
            return introduce(c, facts, dated);
        }
        return Decision.unlessRefused(
                List.of(
                        dated,
                        () -> Project.refusal(facts, command.project(), command.occurredOn()),
                        () -> Project.inZone(facts, command.project(), command.zone())),
                () -> decide(command, Project.known(facts, command.project()), facts, dated));
    }

    private static Decision decide(ProjectCommand command, Project project, Facts facts, Rule dated) {
        return switch (command) {
            case IntroduceProject c -> introduce(c, facts, dated);
            case AmendProject c -> amend(c, project, facts);
            case RevisePlannedInvestment c -> revise(c, project);
            case RecordInvestment c -> invest(c, project);
            case StartConstruction c ->
                start(
                        project,
                        facts,
                        new ConstructionStarted(c.zone(), c.project(), false, c.occurredOn(), c.documents()));
            case ReportStart c ->
                start(
                        project,
                        facts,
                        new ConstructionStarted(c.zone(), c.project(), true, c.occurredOn(), c.documents()));
            case ReachMilestone c ->
                Decision.accept(
                        new MilestoneReached(c.zone(), c.project(), c.milestone(), c.occurredOn(), c.documents()));
            case CompleteConstruction c ->
                next(
                        project,
                        ProjectStage.BUILDING,
                        new ConstructionCompleted(c.zone(), c.project(), false, c.occurredOn(), c.documents()));
            case ReportCompletion c ->
                next(
                        project,
                        ProjectStage.BUILDING,
                        new ConstructionCompleted(c.zone(), c.project(), true, c.occurredOn(), c.documents()));
            case StartProduction c ->
                next(
                        project,
                        ProjectStage.COMPLETED,
                        new ProductionStarted(c.zone(), c.project(), c.occurredOn(), c.documents()));
            case WithdrawProject c -> withdraw(c, project, facts);
        };
    }

    private static Decision introduce(IntroduceProject c, Facts facts, Rule dated) {
        List<Rule> rules = new ArrayList<>(List.of(
                dated, () -> Rules.free(Project.of(facts, c.project()) == null, "a project " + c.project())));
        if (c.enterprise() != null) {
            String enterprise = c.enterprise();
            rules.add(() -> Enterprise.refusal(facts, enterprise));
        }
        return Decision.unlessRefused(
                rules,
                () -> Decision.accept(new ProjectIntroduced(
                        c.zone(),
                        Books.known(facts, c.zone()).ancestors(),
                        c.project(),
                        c.name(),
                        c.enterprise(),
                        c.holder(),
                        c.industry(),
                        c.origin(),
                        c.plannedInvestment(),
                        c.landNeed(),
                        c.occurredOn(),
                        c.documents())));
    }

    private static Decision amend(AmendProject c, Project project, Facts facts) {
        ProjectDetails before = project.details();
        ProjectDetails after = new ProjectDetails(
                c.name() == null ? before.name() : c.name(),
                before.enterprise(),
                c.industry() == null ? before.industry() : c.industry(),
                c.origin() == null ? before.origin() : c.origin(),
                c.landNeed() == null ? before.landNeed() : c.landNeed());
        return Decision.unlessRefused(
                List.of(
                        () -> Rules.latest(project.amendedOn(), c.occurredOn()),
                        () -> Project.needCoversLand(facts, c.project(), c.landNeed(), c.occurredOn()),
                        () -> after.equals(before)
                                ? nothingToChange("Project " + c.project() + " is described so already.")
                                : null),
                () -> Decision.accept(
                        new ProjectAmended(c.zone(), c.project(), after, before, c.occurredOn(), c.documents())));
    }

    private static Decision revise(RevisePlannedInvestment c, Project project) {
        return Decision.unlessRefused(
                List.of(
                        () -> Rules.latest(project.plannedOn(), c.occurredOn()),
                        () -> sameCurrency(project, c.plannedInvestment()),
                        () -> c.plannedInvestment().equals(project.planned())
                                ? nothingToChange("Project " + c.project() + " already plans that investment.")
                                : null),
                () -> Decision.accept(new InvestmentPlanRevised(
                        c.zone(),
                        c.project(),
                        c.plannedInvestment(),
                        project.planned(),
                        c.occurredOn(),
                        c.documents())));
    }

    private static Decision invest(RecordInvestment c, Project project) {
        return Decision.unlessRefused(
                List.of(
                        () -> c.amount().isZero()
                                ? Rejection.of(
                                        RefusalCode.ZERO_AMOUNT, "The amount is zero.", "State what was invested.")
                                : null,
                        () -> sameCurrency(project, c.amount())),
                () -> Decision.accept(
                        new InvestmentRecorded(c.zone(), c.project(), c.amount(), c.occurredOn(), c.documents())));
    }

    private static Decision start(Project project, Facts facts, ConstructionStarted event) {
        return Decision.unlessRefused(
                List.of(() -> Permits.startRefusal(facts, event)), () -> next(project, ProjectStage.INTRODUCED, event));
    }

    private static Decision next(Project project, ProjectStage expected, ProjectEvent event) {
        return project.stage() == expected
                ? Decision.accept(event)
                : Rejection.of(
                                RefusalCode.WRONG_STAGE,
                                "Project " + project.id() + " is " + project.stage() + ", not " + expected + ".",
                                "Record its stages in order.")
                        .with("stage", project.stage());
    }

    private static Decision withdraw(WithdrawProject c, Project project, Facts facts) {
        return Decision.unlessRefused(
                List.of(() -> Project.holdsLandRefusal(facts, c.project(), c.occurredOn())),
                () -> Decision.accept(new ProjectWithdrawn(
                        c.zone(), c.project(), project.stage(), c.reason(), c.occurredOn(), c.documents())));
    }

    private static @Nullable Rejection sameCurrency(Project project, Money money) {
        return project.currency() == null || project.currency().equals(money.currency())
                ? null
                : Rejection.of(
                        RefusalCode.CURRENCY_DIFFERS,
                        "Project " + project.id() + " is kept in " + project.currency() + ", not in " + money.currency()
                                + ".",
                        "State the amount in the project's currency.");
    }

    private static Rejection nothingToChange(String message) {
        return Rejection.of(RefusalCode.NOTHING_TO_CHANGE, message, "State what changes.");
    }
}
