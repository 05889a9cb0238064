package org.nestledger.api.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Money;
import org.nestledger.core.project.ProjectCommand.AmendProject;
import org.nestledger.core.project.ProjectCommand.IntroduceProject;
import org.nestledger.core.project.ProjectCommand.RevisePlannedInvestment;
import org.nestledger.core.project.ProjectCommand.WithdrawProject;

/** The year's 101 projects with a planned investment of 31.1 billion yuan at its end. */
final class YearProjects {

    static final int PROJECTS = 101;

    /** In units of ten thousand yuan. */
    private static final long PLANNED = 3_110_000;

    private static final LocalDate FIRST = LocalDate.of(2023, 1, 5);
    private static final LocalDate LAST = LocalDate.of(2023, 12, 18);

    /** Projects that the publication names, by their place in the year. */
    private static final Map<Integer, Named> NAMED = Map.of(
            11, new Named("guorui-xiechuang", "Guorui Xiechuang", 2),
            23, new Named("lianfu", "Lianfu", 1),
            37, new Named("haobo-window-control", "Haobo Window Control", 3));

    private record Named(String id, String name, int industry) {}

    private final Schedule schedule;
    private final Dice dice;
    private final Invented invented;

    YearProjects(Schedule schedule, Dice dice, Invented invented) {
        this.schedule = schedule;
        this.dice = dice;
        this.invented = invented;
    }

    /**
     * Plans the projects and records their introduction.
     *
     * @param plots the land of the first of them
     */
    List<DemoProject> plan(List<Plot> plots) {
        List<LocalDate> days = new ArrayList<>();
        for (int i = 0; i < PROJECTS; i++) {
            days.add(dice.workday(FIRST, LAST));
        }
        days.sort(Comparator.naturalOrder());
        List<Long> plans = dice.split(PLANNED, PROJECTS, 2_800);
        List<DemoProject> drafts = new ArrayList<>();
        for (int i = 0; i < PROJECTS; i++) {
            drafts.add(draft(i, days.get(i), plans.get(i), i < plots.size() ? plots.get(i) : null));
        }
        List<Enterprises.Registered> enterprises = new Enterprises(schedule, dice).plan(drafts);
        List<DemoProject> projects = new ArrayList<>();
        for (int i = 0; i < PROJECTS; i++) {
            projects.add(introduce(i, drafts.get(i), enterprises.get(i)));
        }
        return projects;
    }

    private DemoProject draft(int i, LocalDate day, long plan, @Nullable Plot plot) {
        Named named = NAMED.get(i);
        Invented.Industry industry = named == null ? invented.industry() : Invented.INDUSTRIES.get(named.industry());
        String id = named == null ? "p-2023-%03d".formatted(i + 1) : named.id();
        String name = named == null ? invented.company(industry) : named.name();
        String subZone = plot == null ? dice.pick(DemoZones.SUB_ZONES) : plot.zone();
        return new DemoProject(
                id, dice.oneIn(3) ? DemoZones.ZONE : subZone, name, industry, plan, day, plot, Instant.EPOCH);
    }

    private DemoProject introduce(int i, DemoProject project, Enterprises.Registered enterprise) {
        boolean revised = i % 17 == 5;
        boolean unknownAtFirst = i == 56;
        long first = revised ? project.plan() * 4 / 5 : project.plan();
        Instant introduced = schedule.fact(
                project.introducedOn(),
                new IntroduceProject(
                        project.zone(),
                        project.id(),
                        Invented.labelled(project.name()),
                        enterprise.id(),
                        null,
                        i % 19 == 7 ? "machinery" : project.industry().name(),
                        invented.origin(),
                        unknownAtFirst ? null : wan(first),
                        need(project.plot()),
                        project.introducedOn(),
                        Paper.none()),
                enterprise.recordedAt());
        if (revised || unknownAtFirst) {
            LocalDate day = dice.workday(project.introducedOn().plusDays(2), LocalDate.of(2023, 12, 22));
            schedule.fact(
                    day,
                    new RevisePlannedInvestment(project.zone(), project.id(), wan(project.plan()), day, Paper.none()),
                    introduced);
        }
        if (i % 19 == 7) {
            amend(project, introduced);
        }
        if (i >= 85 && i % 6 == 0) {
            withdraw(project, introduced);
        }
        return project.recorded(introduced);
    }

    /** The trade was recorded wrongly at first. */
    private void amend(DemoProject project, Instant introduced) {
        LocalDate day = dice.workday(project.introducedOn().plusDays(1), LocalDate.of(2023, 12, 22));
        schedule.fact(
                day,
                new AmendProject(
                        project.zone(), project.id(), null, project.industry().name(), null, null, day, Paper.none()),
                introduced);
    }

    private void withdraw(DemoProject project, Instant introduced) {
        LocalDate day = dice.workday(project.introducedOn().plusDays(2), LocalDate.of(2023, 12, 28));
        schedule.fact(
                day,
                new WithdrawProject(project.zone(), project.id(), "the investor withdrew", day, Paper.none()),
                introduced);
    }

    /** Some projects do not state a need; the plots of the others are cut to it. */
    private @Nullable Area need(@Nullable Plot plot) {
        if (dice.oneIn(5)) {
            return null;
        }
        if (plot == null) {
            return Hundredths.area(Hundredths.ofMu(dice.between(20, 90)));
        }
        return dice.oneIn(13) ? null : Hundredths.area(plot.hundredths());
    }

    /** @param wan units of ten thousand yuan */
    static Money wan(long wan) {
        return Money.yuan(Long.toString(wan * 10_000));
    }
}
