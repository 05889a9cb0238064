package org.nestledger.api.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nestledger.api.runtime.DemoYear;
import org.nestledger.api.runtime.DriveableClock;
import org.nestledger.api.runtime.Progress;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.Role;
import org.nestledger.core.decision.Sender;
import org.nestledger.core.fund.FundCommand.RecordLandPayment;
import org.nestledger.core.ledger.CommandTypes;
import org.nestledger.core.ledger.Ledger;
import org.nestledger.core.ledger.Outcome;
import org.nestledger.core.ledger.Submission;

/** The Zhaoqing cluster zone in 2023: invented entities that add up to what was published about it. */
public final class ZhaoqingYear implements DemoYear {

    private static final long SEED = 20231230;
    private static final int OLDER_PROJECTS_SUPPLIED = 8;

    /** Projects with a service plan. */
    private static final List<String> SERVED = List.of(
            "lianfu",
            "guorui-xiechuang",
            "haobo-window-control",
            "p-2023-004",
            "p-2023-016",
            "p-2023-027",
            "p-2023-037");

    /** Projects about which something was recorded wrongly. */
    private static final List<String> CORRECTED =
            List.of("p-2023-015", "p-2023-018", "p-2023-027", "p-2023-028", "p-2023-048");

    @Override
    public String zone() {
        return DemoZones.ZONE;
    }

    @Override
    public int year() {
        return 2023;
    }

    @Override
    public void record(Ledger ledger, DriveableClock clock, Progress progress) {
        List<Step> steps = plan();
        Map<Integer, Long> positions = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            clock.driveTo(step.recordedAt());
            positions.put(step.sequence(), record(ledger, step.order(), positions, i + 1));
            progress.reached(i + 1, steps.size());
        }
    }

    /** The first position of what is recorded, now or by an attempt before. */
    private static long record(Ledger ledger, Order order, Map<Integer, Long> positions, int number) {
        LedgerCommand command = order.command(positions);
        String id = "demo-%04d-%s".formatted(number, CommandTypes.name(command.getClass()));
        Role role = order.by();
        Sender sender = new Sender("demo:" + role.name().toLowerCase(Locale.ROOT), EnumSet.of(role));
        Outcome outcome = ledger.submit(new Submission(id, command, sender, Map.of("simulatedClock", "true")));
        if (outcome instanceof Outcome.Recorded recorded) {
            return recorded.firstPosition();
        }
        throw new IllegalStateException("the demonstration's own command " + id + " gave " + outcome);
    }

    /** The whole year, in the order in which it is recorded; the same at every call. */
    static List<Step> plan() {
        Dice dice = new Dice(SEED);
        Schedule schedule = new Schedule(dice);
        Invented invented = new Invented(dice);
        DemoZones.plan(schedule);
        OpeningLand openingLand = new OpeningLand(schedule, dice);
        List<Plot> plots = new ArrayList<>(openingLand.plan());
        OlderProjects older = new OlderProjects(schedule, dice, invented);
        List<DemoProject> running = older.planRunning();
        Supplies supplies = new Supplies(schedule, dice);
        List<DemoProject> early = older.planWaiting(openingLand.planEarly(), OpeningLand.OPENED_EARLY);
        List<DemoProject> supplied =
                new ArrayList<>(older.planWaiting(plots.subList(0, OLDER_PROJECTS_SUPPLIED), OpeningLand.OPENED));
        openingLand.planSurveys();
        List<DemoSupply> longAgo = supplies.planEarly(early);

        plots.addAll(new YearLand(schedule, dice).plan());
        List<Plot> forNew = plots.subList(OLDER_PROJECTS_SUPPLIED, plots.size()).stream()
                .sorted(Comparator.comparing(Plot::serviced))
                .toList();
        supplied.addAll(new YearProjects(schedule, dice, invented).plan(forNew).subList(0, forNew.size()));
        List<DemoSupply> inYear = supplies.plan(supplied);
        new PeerBooks(schedule, dice, invented).plan();

        PermitOffice office = new PermitOffice(schedule, new YearPowers(schedule).plan());
        YearStarts starts = new YearStarts(schedule, dice, office);
        starts.plan(new YearPermits(dice, office).plan(inYear));
        starts.planOlder(running);
        new CityBooks(schedule, dice, invented, new FourCertificates(office)).plan();
        new YearServices(schedule, dice).plan(some(inYear, SERVED));
        planMoneyAndCorrections(schedule, dice, longAgo, inYear);
        new YearVisits(schedule, dice).plan();
        new YearEnd(schedule).plan();
        return schedule.steps();
    }

    private static void planMoneyAndCorrections(
            Schedule schedule, Dice dice, List<DemoSupply> longAgo, List<DemoSupply> inYear) {
        YearMoney money = new YearMoney(schedule, dice);
        money.planFunding();
        money.plan(longAgo);
        List<RecordLandPayment> payments = money.plan(inYear);
        YearCorrections corrections = new YearCorrections(schedule);
        corrections.plan(some(inYear, CORRECTED));
        corrections.planNeeds(inYear);
        corrections.planAfterClosing(payments);
    }

    private static List<DemoSupply> some(List<DemoSupply> supplies, List<String> projects) {
        return projects.stream()
                .map(project -> supplies.stream()
                        .filter(supply -> supply.project().id().equals(project))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }
}
