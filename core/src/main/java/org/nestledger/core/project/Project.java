package org.nestledger.core.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.DaySeries;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Money;
import org.nestledger.core.opening.OpeningEvent.OpeningProjectRecorded;
import org.nestledger.core.project.ProjectEvent.ConstructionCompleted;
import org.nestledger.core.project.ProjectEvent.ConstructionStarted;
import org.nestledger.core.project.ProjectEvent.InvestmentPlanRevised;
import org.nestledger.core.project.ProjectEvent.InvestmentRecorded;
import org.nestledger.core.project.ProjectEvent.MilestoneReached;
import org.nestledger.core.project.ProjectEvent.ProductionStarted;
import org.nestledger.core.project.ProjectEvent.ProjectAmended;
import org.nestledger.core.project.ProjectEvent.ProjectIntroduced;
import org.nestledger.core.project.ProjectEvent.ProjectWithdrawn;
import org.nestledger.core.supply.SupplyEvent;
import org.nestledger.core.zone.Books;

/**
 * A project as decisions read it, folded from its standing events.
 *
 * @param ancestors of its zone, from the root down
 * @param begunOn when it was introduced, or the day of its opening record
 * @param opening whether it was there before the ledger followed it
 * @param currency the one in which its money is stated, absent before any is
 */
public record Project(
        String id,
        String zone,
        List<String> ancestors,
        ProjectDetails details,
        ProjectStage stage,
        LocalDate begunOn,
        boolean opening,
        @Nullable Money planned,
        @Nullable LocalDate plannedOn,
        @Nullable LocalDate amendedOn,
        @Nullable String currency) {

    public static Boundary boundary(String project) {
        return Boundary.none()
                .and(ProjectEvent.tag(project), ProjectEvent.class, OpeningProjectRecorded.class, SupplyEvent.class);
    }

    /** The project, absent when it is not known. */
    public static @Nullable Project of(Facts facts, String id) {
        return facts.folded(Project.class, id, () -> fold(facts, id));
    }

    private static @Nullable Project fold(Facts facts, String id) {
        Project project = null;
        for (LedgerEvent event : facts.standing(LedgerEvent.class)) {
            if (event instanceof ProjectEvent e && e.project().equals(id)) {
                project = evolve(project, e);
            } else if (event instanceof OpeningProjectRecorded e && e.project().equals(id)) {
                project = begun(e);
            }
        }
        return project;
    }

    /** The project that a rule before has found. */
    public static Project known(Facts facts, String id) {
        return Objects.requireNonNull(of(facts, id));
    }

    private static Project evolve(@Nullable Project project, ProjectEvent event) {
        if (event instanceof ProjectIntroduced e) {
            return begun(e);
        }
        Project p = Objects.requireNonNull(project);
        return switch (event) {
            case ProjectIntroduced e -> begun(e);
            case ProjectAmended e -> p.amended(e.details(), e.occurredOn());
            case InvestmentPlanRevised e -> p.planned(e.plannedInvestment(), e.occurredOn());
            case InvestmentRecorded e -> p.inCurrency(e.amount().currency());
            case ConstructionStarted _ -> p.at(ProjectStage.BUILDING);
            case ConstructionCompleted _ -> p.at(ProjectStage.COMPLETED);
            case ProductionStarted _ -> p.at(ProjectStage.PRODUCING);
            case ProjectWithdrawn _ -> p.at(ProjectStage.WITHDRAWN);
            case MilestoneReached _ -> p;
        };
    }

    private static Project begun(ProjectIntroduced e) {
        return new Project(
                e.project(),
                e.zone(),
                e.ancestors(),
                new ProjectDetails(e.name(), e.enterprise(), e.industry(), e.origin(), e.landNeed()),
                ProjectStage.INTRODUCED,
                e.occurredOn(),
                false,
                e.plannedInvestment(),
                null,
                null,
                currency(e.plannedInvestment()));
    }

    private static Project begun(OpeningProjectRecorded e) {
        return new Project(
                e.project(),
                e.zone(),
                e.ancestors(),
                new ProjectDetails(e.name(), e.enterprise(), e.industry(), e.origin(), e.landNeed()),
                e.stage(),
                e.occurredOn(),
                true,
                e.plannedInvestment(),
                null,
                null,
                currency(e.plannedInvestment()));
    }

    private static @Nullable String currency(@Nullable Money money) {
        return money == null ? null : money.currency();
    }

    private Project at(ProjectStage reached) {
        return new Project(
                id, zone, ancestors, details, reached, begunOn, opening, planned, plannedOn, amendedOn, currency);
    }

    private Project amended(ProjectDetails after, LocalDate day) {
        return new Project(id, zone, ancestors, after, stage, begunOn, opening, planned, plannedOn, day, currency);
    }

    private Project planned(Money plan, LocalDate day) {
        return new Project(
                id, zone, ancestors, details, stage, begunOn, opening, plan, day, amendedOn, plan.currency());
    }

    private Project inCurrency(String used) {
        return new Project(id, zone, ancestors, details, stage, begunOn, opening, planned, plannedOn, amendedOn, used);
    }

    /** The land that it holds, through time, in millionths of a mu. */
    public static DaySeries land(Facts facts, String id) {
        return facts.balances().total(place -> place.account() == Account.LAND_SUPPLIED && id.equals(place.project()));
    }

    /** Whether the project holds land on this day. */
    public static @Nullable Rejection landRefusal(Facts facts, String id, LocalDate day) {
        return land(facts, id).at(day) > 0
                ? null
                : Rejection.of(
                        RefusalCode.PROJECT_HAS_NO_LAND,
                        "Project " + id + " holds no land on " + day + ".",
                        "Supply land first, or state a later day.");
    }

    /** Whether it may be withdrawn on this day: it holds no land then or later. */
    static @Nullable Rejection holdsLandRefusal(Facts facts, String id, LocalDate day) {
        long held = land(facts, id).greatest(day);
        return held > 0
                ? Rejection.of(
                                RefusalCode.PROJECT_HOLDS_LAND,
                                "Project " + id + " holds land on or after " + day + ".",
                                "Rescind its supplies first.")
                        .with("held", Area.quantityOf(held).value() + " mu")
                : null;
    }

    /** Whether it holds no land once it is withdrawn. */
    public static @Nullable Rejection withdrawnRefusal(Facts after, String id) {
        return after.standing(ProjectWithdrawn.class).stream()
                .filter(event -> event.project().equals(id))
                .findFirst()
                .map(event -> holdsLandRefusal(after, id, event.occurredOn()))
                .orElse(null);
    }

    /** Whether a need covers what the project holds on this day and every later one. */
    public static @Nullable Rejection needCoversLand(Facts facts, String id, @Nullable Area need, LocalDate day) {
        long supplied = land(facts, id).greatest(day);
        return need == null || supplied <= need.microMu()
                ? null
                : Rejection.of(
                                RefusalCode.NEED_BELOW_SUPPLIED,
                                "Project " + id + " already holds more land than that need.",
                                "State a larger need, or rescind a supply first.")
                        .with("supplied", Area.quantityOf(supplied).value() + " mu");
    }

    /** Whether the project is known, not withdrawn, and begun by the day. */
    public static @Nullable Rejection refusal(Facts facts, String id, LocalDate day) {
        Project project = of(facts, id);
        if (project == null) {
            return Rejection.of(
                    RefusalCode.UNKNOWN_PROJECT,
                    "There is no project " + id + ".",
                    "Introduce it first, or correct the id.");
        }
        if (project.stage == ProjectStage.WITHDRAWN) {
            return Rejection.of(
                    RefusalCode.PROJECT_WITHDRAWN,
                    "Project " + id + " is withdrawn.",
                    "Nothing more is recorded of a withdrawn project.");
        }
        if (day.isBefore(project.begunOn)) {
            return Rejection.of(
                            project.opening ? RefusalCode.BEFORE_OPENING : RefusalCode.BEFORE_INTRODUCTION,
                            "Project " + id + " begins on " + project.begunOn + ".",
                            "Date it on or after that day.")
                    .with("begunOn", project.begunOn);
        }
        return null;
    }

    /** Whether the project is in the books of this zone. */
    public static @Nullable Rejection inZone(Facts facts, String id, String zone) {
        Project project = known(facts, id);
        return project.zone.equals(zone)
                ? null
                : Rejection.of(
                        RefusalCode.WRONG_ZONE,
                        "Project " + id + " is in the books of zone " + project.zone + ", not of " + zone + ".",
                        "Name the project's zone.");
    }

    /** Whether it is in the books of this zone or of one below it. */
    public boolean isWithin(String other) {
        return zone.equals(other) || ancestors.contains(other);
    }

    /** Whether its zone is the one of these books, above it or below it. */
    public boolean isNear(Books books) {
        return books.isWithin(zone) || isWithin(books.designation().zone());
    }
}
