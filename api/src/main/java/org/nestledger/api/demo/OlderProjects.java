package org.nestledger.api.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.opening.OpeningCommand.RecordOpeningProject;
import org.nestledger.core.project.ProjectStage;

/** Projects of earlier years, at the stages that they had reached. */
final class OlderProjects {

    static final int BUILDING = 9;
    static final int COMPLETED = 5;
    private static final int PRODUCING = 11;

    private final Schedule schedule;
    private final Dice dice;
    private final Invented invented;
    private int count;

    OlderProjects(Schedule schedule, Dice dice, Invented invented) {
        this.schedule = schedule;
        this.dice = dice;
        this.invented = invented;
    }

    /** Projects that already build, are built, or produce, in this order. */
    List<DemoProject> planRunning() {
        List<DemoProject> running = new ArrayList<>();
        for (int i = 0; i < BUILDING + COMPLETED + PRODUCING; i++) {
            ProjectStage stage = i < BUILDING
                    ? ProjectStage.BUILDING
                    : i < BUILDING + COMPLETED ? ProjectStage.COMPLETED : ProjectStage.PRODUCING;
            running.add(open(dice.pick(DemoZones.SUB_ZONES), stage, OpeningLand.OPENED, null));
        }
        return running;
    }

    /** Projects that were introduced before and wait for this land. */
    List<DemoProject> planWaiting(List<Plot> plots, LocalDate opened) {
        List<DemoProject> projects = new ArrayList<>();
        for (Plot plot : plots) {
            projects.add(open(plot.zone(), ProjectStage.INTRODUCED, opened, plot));
        }
        return projects;
    }

    private DemoProject open(String zone, ProjectStage stage, LocalDate opened, @Nullable Plot plot) {
        String id = "p-old-%02d".formatted(++count);
        Invented.Industry industry = invented.industry();
        String name = invented.company(industry);
        long plan = dice.between(4_000, 60_000);
        Instant recorded = schedule.opening(new RecordOpeningProject(
                zone,
                id,
                Invented.labelled(name),
                null,
                Invented.labelled(name + " Co., Ltd."),
                industry.name(),
                invented.origin(),
                stage,
                YearProjects.wan(plan),
                null,
                opened,
                Paper.none()));
        return new DemoProject(id, zone, name, industry, plan, opened, plot, recorded);
    }
}
