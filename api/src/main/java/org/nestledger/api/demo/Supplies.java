package org.nestledger.api.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Money;
import org.nestledger.core.project.ProjectCommand.RecordInvestment;
import org.nestledger.core.supply.Instalment;
import org.nestledger.core.supply.SupplyCommand.RescindSupply;
import org.nestledger.core.supply.SupplyCommand.SupplyLand;
import org.nestledger.core.supply.SupplyMethod;
import org.nestledger.core.supply.UseTerm;

/** Land for projects: 61 are supplied in the year, one of them gives all of it back. */
final class Supplies {

    private static final LocalDate LAST = LocalDate.of(2023, 12, 22);
    private static final int GIVEN_BACK = 14;
    private static final int REDUCED = 31;

    private final Schedule schedule;
    private final Dice dice;
    private int count;

    Supplies(Schedule schedule, Dice dice) {
        this.schedule = schedule;
        this.dice = dice;
    }

    /** Supplied in the year, once the land and the project are there. */
    void plan(List<DemoProject> projects) {
        for (DemoProject project : projects) {
            Plot plot = Objects.requireNonNull(project.plot());
            LocalDate ready = max(plot.serviced(), project.introducedOn());
            LocalDate day = min(dice.workday(ready.plusDays(4), ready.plusDays(30)), LAST);
            int number = ++count;
            Instant supplied = supply(project, plot, "s-2023-%03d".formatted(number), day);
            invest(project, day, supplied);
            if (number == GIVEN_BACK) {
                rescind(plot, number, day, null, supplied);
            } else if (number == REDUCED) {
                rescind(plot, number, day, Hundredths.area(plot.hundredths() / 10), supplied);
            }
        }
    }

    /** Supplied years ago with a start agreed for the year after, of which nothing has been heard. */
    void planEarly(List<DemoProject> projects) {
        LocalDate day = LocalDate.of(2020, 5, 18);
        for (DemoProject project : projects) {
            Plot plot = Objects.requireNonNull(project.plot());
            supply(project, plot, "s-2020-%03d".formatted(++count), day.plusDays(60L * count));
        }
        count = 0;
    }

    private Instant supply(DemoProject project, Plot plot, String id, LocalDate day) {
        SupplyMethod method = dice.oneIn(14)
                ? SupplyMethod.ALLOCATION
                : dice.oneIn(6) ? SupplyMethod.AGREEMENT : SupplyMethod.LISTING;
        long yuan = method == SupplyMethod.ALLOCATION ? 0 : plot.hundredths() * dice.between(2_300, 4_100);
        LocalDate start = day.plusDays(dice.between(120, 330));
        // a few contracts agree what cannot be kept; they are recorded as agreed
        LocalDate completion = dice.oneIn(20) ? start.minusDays(30) : start.plusDays(dice.between(540, 900));
        return schedule.fact(
                day,
                new SupplyLand(
                        plot.zone(),
                        plot.parcel(),
                        project.id(),
                        id,
                        Hundredths.area(plot.hundredths()),
                        method,
                        Invented.labelled("contract " + id),
                        Money.yuan(Long.toString(yuan)),
                        yuan == 0 ? List.of() : instalments(yuan, day),
                        List.of(new UseTerm("industrial", dice.oneIn(3) ? "20" : "50")),
                        "1.0",
                        "2.5",
                        day.plusDays(30),
                        start,
                        completion,
                        day,
                        Paper.none()),
                plot.recordedAt(),
                project.recordedAt());
    }

    private static List<Instalment> instalments(long yuan, LocalDate day) {
        long first = yuan / 2;
        return List.of(
                new Instalment(1, day.plusDays(30), Money.yuan(Long.toString(first))),
                new Instalment(2, day.plusDays(180), Money.yuan(Long.toString(yuan - first))));
    }

    private void rescind(Plot plot, int number, LocalDate supplied, @Nullable Area part, Instant after) {
        LocalDate day = min(supplied.plusDays(40), LocalDate.of(2023, 12, 27));
        schedule.fact(
                day,
                new RescindSupply(
                        plot.zone(),
                        "s-2023-%03d".formatted(number),
                        part,
                        null,
                        part == null ? "the project was put off" : "the site was cut for a road",
                        day,
                        Paper.none()),
                after);
    }

    /** What is invested after supply; what was invested at the end of the year is recorded in January. */
    private void invest(DemoProject project, LocalDate supplied, Instant after) {
        if (dice.oneIn(4)) {
            return;
        }
        LocalDate day = supplied.plusDays(dice.between(20, 45));
        for (int i = 0; i < 4 && !day.isAfter(LocalDate.of(2023, 12, 29)); i++) {
            Money amount = YearProjects.wan(Math.max(1, project.plan() * dice.between(2, 9) / 100));
            var command = new RecordInvestment(project.zone(), project.id(), amount, day, Paper.none());
            if (day.isBefore(LocalDate.of(2023, 12, 10))) {
                schedule.fact(day, command, after);
            } else {
                schedule.at(LocalDate.of(2024, 1, dice.between(8, 26)), command, after);
            }
            day = day.plusDays(dice.between(25, 60));
        }
    }

    private static LocalDate max(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate min(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
