package org.nestledger.api.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
    List<DemoSupply> plan(List<DemoProject> projects) {
        List<DemoSupply> supplies = new ArrayList<>();
        for (DemoProject project : projects) {
            Plot plot = Objects.requireNonNull(project.plot());
            LocalDate ready = max(plot.serviced(), project.introducedOn());
            LocalDate day = min(dice.workday(ready.plusDays(4), ready.plusDays(30)), LAST);
            int number = ++count;
            DemoSupply supply = supply(project, plot, "s-2023-%03d".formatted(number), day);
            invest(project, day, supply.recordedAt());
            if (number == GIVEN_BACK) {
                supply = rescind(supply, null, supply.price());
            } else if (number == REDUCED) {
                supply = rescind(supply, Hundredths.area(plot.hundredths() / 10), supply.price() / 10);
            }
            supplies.add(supply);
        }
        return supplies;
    }

    /** Supplied years ago with a start agreed for the year after, of which nothing has been heard. */
    List<DemoSupply> planEarly(List<DemoProject> projects) {
        List<DemoSupply> supplies = new ArrayList<>();
        LocalDate day = LocalDate.of(2020, 5, 18);
        for (DemoProject project : projects) {
            Plot plot = Objects.requireNonNull(project.plot());
            supplies.add(supply(project, plot, "s-2020-%03d".formatted(++count), day.plusDays(60L * count)));
        }
        count = 0;
        return supplies;
    }

    private DemoSupply supply(DemoProject project, Plot plot, String id, LocalDate day) {
        SupplyMethod method = dice.oneIn(14)
                ? SupplyMethod.ALLOCATION
                : dice.oneIn(6) ? SupplyMethod.AGREEMENT : SupplyMethod.LISTING;
        long yuan = method == SupplyMethod.ALLOCATION ? 0 : plot.hundredths() * dice.between(2_300, 4_100);
        LocalDate start = day.plusDays(dice.between(120, 330));
        // a few contracts agree what cannot be kept; they are recorded as agreed
        LocalDate completion = dice.oneIn(20) ? start.minusDays(30) : start.plusDays(dice.between(540, 900));
        SupplyLand command = new SupplyLand(
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
                Paper.none());
        Instant recorded = schedule.fact(day, command, plot.recordedAt(), project.recordedAt());
        return new DemoSupply(count, project, command, null, recorded);
    }

    private static List<Instalment> instalments(long yuan, LocalDate day) {
        long first = yuan / 2;
        return List.of(
                new Instalment(1, day.plusDays(30), Money.yuan(Long.toString(first))),
                new Instalment(2, day.plusDays(180), Money.yuan(Long.toString(yuan - first))));
    }

    private DemoSupply rescind(DemoSupply supply, @Nullable Area part, long reduction) {
        LocalDate day = min(supply.day().plusDays(40), LocalDate.of(2023, 12, 27));
        RescindSupply command = new RescindSupply(
                supply.command().zone(),
                supply.command().supply(),
                part,
                Money.yuan(Long.toString(reduction)),
                part == null ? "the project was put off" : "the site was cut for a road",
                day,
                Paper.none());
        Instant recorded = schedule.fact(day, command, supply.recordedAt());
        return supply.rescinded(new DemoSupply.Rescission(command, recorded));
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
