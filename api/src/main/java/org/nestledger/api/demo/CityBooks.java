package org.nestledger.api.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.nestledger.core.land.LandCommand.RegisterParcel;
import org.nestledger.core.measure.Area;
import org.nestledger.core.opening.OpeningCommand.RecordOpeningStock;
import org.nestledger.core.project.ProjectCommand.IntroduceProject;
import org.nestledger.core.supply.SupplyCommand.SupplyLand;
import org.nestledger.core.supply.SupplyMethod;

/** Projects of the city outside the zone, which get their certificates from the city, slower than the zone's fastest. */
final class CityBooks {

    private static final int PROJECTS = 3;
    private static final Area AREA = Hundredths.area(Hundredths.ofMu(40));

    private final Schedule schedule;
    private final Dice dice;
    private final Invented invented;
    private final FourCertificates certificates;

    CityBooks(Schedule schedule, Dice dice, Invented invented, FourCertificates certificates) {
        this.schedule = schedule;
        this.dice = dice;
        this.invented = invented;
        this.certificates = certificates;
    }

    void plan() {
        for (int i = 1; i <= PROJECTS; i++) {
            LocalDate introduced = dice.workday(LocalDate.of(2023, 2, 1), LocalDate.of(2023, 5, 31));
            DemoSupply supply = supply(introduce("city-p%02d".formatted(i), introduced), i);
            certificates.plan(supply, Workdays.onOrAfter(supply.day().plusDays(12)), dice.between(14, 75), false);
        }
    }

    private DemoProject introduce(String id, LocalDate day) {
        Invented.Industry industry = invented.industry();
        String name = invented.company(industry);
        long plan = dice.between(3_000, 20_000);
        Instant recorded = schedule.fact(
                day,
                new IntroduceProject(
                        DemoZones.CITY,
                        id,
                        Invented.labelled(name),
                        null,
                        Invented.labelled(name + " Co., Ltd."),
                        industry.name(),
                        invented.origin(),
                        YearProjects.wan(plan),
                        null,
                        day,
                        Paper.none()));
        return new DemoProject(id, DemoZones.CITY, name, industry, plan, day, null, recorded);
    }

    /** Older land of the city, ready to be supplied. */
    private Instant open(String parcel) {
        Instant registered = schedule.at(
                OpeningLand.OPENED,
                new RegisterParcel(
                        DemoZones.CITY,
                        parcel,
                        AREA,
                        Invented.labelled("Older land " + parcel),
                        "industrial",
                        null,
                        null,
                        OpeningLand.OPENED,
                        Paper.none()));
        return schedule.at(
                OpeningLand.OPENED,
                new RecordOpeningStock(
                        DemoZones.CITY,
                        parcel,
                        Area.ZERO,
                        AREA,
                        AREA,
                        Area.ZERO,
                        null,
                        null,
                        OpeningLand.OPENED,
                        Paper.none()),
                registered);
    }

    private DemoSupply supply(DemoProject project, int number) {
        String parcel = "city-land-" + number;
        Instant opened = open(parcel);
        LocalDate day = Workdays.onOrAfter(project.introducedOn().plusDays(dice.between(20, 50)));
        SupplyLand command = new SupplyLand(
                DemoZones.CITY,
                parcel,
                project.id(),
                "s-city-2023-" + number,
                AREA,
                SupplyMethod.LISTING,
                Invented.labelled("contract s-city-2023-" + number),
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                day.plusDays(200),
                null,
                day,
                Paper.none());
        return new DemoSupply(
                number, project, command, null, schedule.fact(day, command, opened, project.recordedAt()));
    }
}
