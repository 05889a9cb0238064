package org.nestledger.query.report.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.measure.Area;
import org.nestledger.core.opening.OpeningEvent.OpeningProjectRecorded;
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
import org.nestledger.core.project.ProjectStage;
import org.nestledger.core.supply.SupplyEvent.LandSupplied;
import org.nestledger.core.supply.SupplyEvent.SupplyRescinded;
import org.nestledger.query.report.explain.Evidence.Standing;

/**
 * A supply of land of the report's zones that stands, with what became of it and of its project.
 *
 * @param steps those by which the project came to its stage, its introduction or opening among them
 */
record SupplyCourse(
        Standing<LandSupplied> contract,
        List<Standing<SupplyRescinded>> rescissions,
        List<Standing<LedgerEvent>> steps) {

    SupplyCourse {
        rescissions = List.copyOf(rescissions);
        steps = List.copyOf(steps);
    }

    /** None when it does not stand or nothing of it is left. */
    static Optional<SupplyCourse> of(Inquiry inquiry, String supply) {
        return inquiry.evidence()
                .standing(LandSupplied.class)
                .filter(each -> each.event().supply().equals(supply))
                .filter(each -> inquiry.covers(each.event().zone()))
                .findFirst()
                .map(contract -> of(inquiry.evidence(), contract))
                .filter(course -> course.left() > 0);
    }

    private static SupplyCourse of(Evidence evidence, Standing<LandSupplied> contract) {
        LandSupplied supplied = contract.event();
        return new SupplyCourse(
                contract,
                evidence.standing(SupplyRescinded.class)
                        .filter(each -> each.event().supply().equals(supplied.supply()))
                        .toList(),
                evidence.standing(LedgerEvent.class)
                        .filter(each -> isStepOf(supplied.project(), each.event()))
                        .toList());
    }

    private static boolean isStepOf(String project, LedgerEvent event) {
        return switch (event) {
            case OpeningProjectRecorded opening -> opening.project().equals(project);
            case ProjectEvent of -> of.project().equals(project) && stage(of) != null;
            default -> false;
        };
    }

    private static @Nullable ProjectStage stage(LedgerEvent event) {
        return event instanceof OpeningProjectRecorded opening
                ? opening.stage()
                : event instanceof ProjectEvent of ? stage(of) : null;
    }

    private static @Nullable ProjectStage stage(ProjectEvent event) {
        return switch (event) {
            case ProjectIntroduced _ -> ProjectStage.INTRODUCED;
            case ConstructionStarted _ -> ProjectStage.BUILDING;
            case ConstructionCompleted _ -> ProjectStage.COMPLETED;
            case ProductionStarted _ -> ProjectStage.PRODUCING;
            case ProjectWithdrawn _ -> ProjectStage.WITHDRAWN;
            case ProjectAmended _, InvestmentPlanRevised _, InvestmentRecorded _, MilestoneReached _ -> null;
        };
    }

    /** In millionths of a mu. */
    private long left() {
        return rescissions.stream()
                .mapToLong(each -> -each.event().area().microMu())
                .reduce(contract.event().area().microMu(), Math::addExact);
    }

    /** Whether the project has come no further than to be introduced. */
    boolean isOnlyIntroduced() {
        return steps.stream().map(step -> stage(step.event())).allMatch(stage -> stage == ProjectStage.INTRODUCED);
    }

    /** Whether the project has left this stage behind, perhaps before its books were opened. */
    boolean isPast(ProjectStage stage) {
        return steps.stream()
                .map(step -> stage(step.event()))
                .anyMatch(reached -> reached != null && reached.isPast(stage));
    }

    /** The step of a type, the last one where there are several. */
    Optional<Standing<LedgerEvent>> step(Class<? extends ProjectEvent> type) {
        return steps.stream().filter(step -> type.isInstance(step.event())).max(Evidence.LATER);
    }

    Entry contractEntry() {
        return Entry.of(
                contract, area(contract.event().area(), 1), contract.event().supply());
    }

    /** What was supplied and, with a minus, what was rescinded of it. */
    List<Entry> land() {
        return Stream.concat(Stream.of(contractEntry()), rescinded()).toList();
    }

    Stream<Entry> rescinded() {
        return rescissions.stream()
                .map(each -> Entry.of(
                        each, area(each.event().area(), -1), each.event().supply()));
    }

    private static Amount area(Area area, int sign) {
        return new Amount(Math.multiplyExact(area.microMu(), (long) sign), Area.UNIT);
    }

    /** Where the land is, the steps of the project, and further reasons. */
    List<Entry> basis(Inquiry inquiry, Stream<Entry> reasons) {
        List<Entry> all = new ArrayList<>();
        steps.forEach(step -> all.add(Entry.of(step, null, contract.event().project())));
        reasons.forEach(all::add);
        return inquiry.basis(Stream.of(contract.event().zone()), all);
    }
}
