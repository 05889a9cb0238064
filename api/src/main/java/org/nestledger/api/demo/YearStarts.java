package org.nestledger.api.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.nestledger.api.demo.FourCertificates.Certified;
import org.nestledger.api.demo.PermitOffice.Application;
import org.nestledger.core.permit.PermitKind;
import org.nestledger.core.project.ProjectCommand.CompleteConstruction;
import org.nestledger.core.project.ProjectCommand.ReachMilestone;
import org.nestledger.core.project.ProjectCommand.StartConstruction;
import org.nestledger.core.project.ProjectCommand.StartProduction;

/** Who starts, goes on and ends building in the year. Some start before the agreed day, some long after it. */
final class YearStarts {

    private static final LocalDate LAST = LocalDate.of(2023, 12, 22);
    private static final LocalDate LAST_MILESTONE = LocalDate.of(2023, 12, 28);
    private static final int MISDATED = 6;

    /** Of those that built, or had built, when the year began. */
    private static final int COMPLETED = 4;

    private static final int PRODUCING = 3;

    private final Schedule schedule;
    private final Dice dice;
    private final PermitOffice office;

    YearStarts(Schedule schedule, Dice dice, PermitOffice office) {
        this.schedule = schedule;
        this.dice = dice;
        this.office = office;
    }

    void plan(List<Certified> projects) {
        for (int i = 0; i < projects.size(); i++) {
            start(projects.get(i), i);
        }
    }

    private void start(Certified certified, int i) {
        DemoProject project = certified.supply().project();
        LocalDate soonest = certified.last().plusDays(dice.between(3, 12));
        LocalDate agreed = Objects.requireNonNull(certified.supply().command().agreedStart());
        LocalDate late = agreed.plusDays(dice.between(6, 45));
        LocalDate day = Workdays.onOrBefore(
                i % 5 == 2 && late.isAfter(soonest) && late.isBefore(LAST)
                        ? late
                        : soonest.plusDays(project.id().equals(YearPermits.FASTEST) ? 0 : dice.between(0, 25)));
        Instant started = i == MISDATED
                ? schedule.mistaken(
                        day.plusDays(8),
                        start(project, day.plusDays(7)),
                        "the day of the report was taken for the day of the start",
                        start(project, day),
                        certified.recordedAt())
                : schedule.fact(day, start(project, day), certified.recordedAt());
        milestone(project, "foundation laid", day.plusDays(dice.between(35, 70)), started);
        milestone(project, "main structure topped out", day.plusDays(dice.between(100, 170)), started);
    }

    private static StartConstruction start(DemoProject project, LocalDate day) {
        return new StartConstruction(project.zone(), project.id(), day, Paper.none());
    }

    private void milestone(DemoProject project, String name, LocalDate day, Instant after) {
        if (!day.isAfter(LAST_MILESTONE)) {
            schedule.fact(day, new ReachMilestone(project.zone(), project.id(), name, day, Paper.none()), after);
        }
    }

    /** @param running those of earlier years: first the ones that built, then those that had built */
    void planOlder(List<DemoProject> running) {
        for (int i = 0; i < OlderProjects.BUILDING; i++) {
            DemoProject project = running.get(i);
            LocalDate day = dice.workday(LocalDate.of(2023, 3, 20), LocalDate.of(2023, 6, 30));
            milestone(project, "roof closed", day, project.recordedAt());
            if (i < COMPLETED) {
                Instant completed = complete(project, Workdays.onOrAfter(day.plusDays(dice.between(60, 110))));
                if (i == 0) {
                    produce(project, LocalDate.of(2023, 12, 12), completed);
                }
            }
        }
        for (DemoProject project : running.subList(OlderProjects.BUILDING, OlderProjects.BUILDING + PRODUCING)) {
            produce(project, dice.workday(LocalDate.of(2023, 2, 6), LocalDate.of(2023, 10, 20)), project.recordedAt());
        }
    }

    private Instant complete(DemoProject project, LocalDate day) {
        LocalDate applied = Workdays.onOrBefore(day.minusDays(dice.between(10, 24)));
        Instant accepted = office.permit(
                new Application(project, PermitKind.COMPLETION_ACCEPTANCE, 1), applied, Workdays.onOrBefore(day));
        return schedule.fact(day, new CompleteConstruction(project.zone(), project.id(), day, Paper.none()), accepted);
    }

    private void produce(DemoProject project, LocalDate day, Instant after) {
        schedule.fact(day, new StartProduction(project.zone(), project.id(), day, Paper.none()), after);
    }
}
