package org.nestledger.api.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.nestledger.core.service.NewService;
import org.nestledger.core.service.ServiceCommand.AddService;
import org.nestledger.core.service.ServiceCommand.AgreeServicePlan;
import org.nestledger.core.service.ServiceCommand.DeliverService;

/** What the zone has agreed to do for single enterprises (一企一策): done in time, done late, overdue, or still open. */
final class YearServices {

    private static final LocalDate LAST = LocalDate.of(2023, 12, 28);

    private static final List<String> SERVICES = List.of(
            "One contact for all permits",
            "Water and power at the site boundary",
            "Flats for skilled workers",
            "Help to hire technicians",
            "Introduction to the banks");

    private final Schedule schedule;
    private final Dice dice;

    YearServices(Schedule schedule, Dice dice) {
        this.schedule = schedule;
        this.dice = dice;
    }

    void plan(List<DemoSupply> supplies) {
        for (int i = 0; i < supplies.size(); i++) {
            plan(
                    i,
                    supplies.get(i).project(),
                    Workdays.onOrAfter(supplies.get(i).day().plusDays(dice.between(5, 30))));
        }
    }

    private void plan(int i, DemoProject project, LocalDate day) {
        String plan = "plan-" + project.id();
        List<NewService> services = new ArrayList<>();
        for (int s = 0; s < 4; s++) {
            services.add(new NewService(
                    "service-" + (s + 1), Invented.labelled(SERVICES.get((i + s) % SERVICES.size())), due(i, s, day)));
        }
        Instant agreed = schedule.fact(
                day,
                new AgreeServicePlan(
                        project.zone(),
                        project.id(),
                        plan,
                        Invented.labelled("Services for " + project.name()),
                        services.subList(0, 3),
                        day,
                        Paper.none()),
                project.recordedAt());
        NewService more = services.getLast();
        LocalDate added = day.plusDays(20);
        Instant extended = schedule.fact(
                added,
                new AddService(
                        project.zone(),
                        project.id(),
                        plan,
                        more.service(),
                        more.name(),
                        more.dueOn(),
                        added,
                        Paper.none()),
                agreed);
        for (int s = 0; s < services.size(); s++) {
            deliver(i, s, project, plan, due(i, s, day), extended);
        }
    }

    /** In time, in time, late, overdue, or due after the year; not always the same service. */
    private static int fate(int i, int s) {
        return (2 * i + s) % 5;
    }

    /** One service in five is due after the year. */
    private static LocalDate due(int i, int s, LocalDate agreed) {
        return fate(i, s) == 4 ? LocalDate.of(2024, 6, 30) : agreed.plusDays(45L + 15L * s);
    }

    private void deliver(int i, int s, DemoProject project, String plan, LocalDate due, Instant after) {
        LocalDate day = switch (fate(i, s)) {
            case 0, 1 -> due.minusDays(dice.between(1, 20));
            case 2 -> due.plusDays(dice.between(5, 30));
            default -> LocalDate.MAX;
        };
        if (day.isAfter(LAST)) {
            return;
        }
        DeliverService delivered = delivery(project, plan, s, day);
        if (i == 1 && s == 0) {
            LocalDate tooSoon = day.minusDays(15);
            schedule.mistaken(
                    day,
                    delivery(project, plan, s, tooSoon),
                    "what was handed over on that day did not work",
                    delivered,
                    after);
        } else {
            schedule.fact(day, delivered, after);
        }
    }

    private static DeliverService delivery(DemoProject project, String plan, int s, LocalDate day) {
        return new DeliverService(project.zone(), project.id(), plan, "service-" + (s + 1), null, day, Paper.none());
    }
}
