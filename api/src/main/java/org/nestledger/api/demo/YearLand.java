package org.nestledger.api.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.nestledger.core.land.LandCommand.AcquireLand;
import org.nestledger.core.land.LandCommand.ConvertLand;
import org.nestledger.core.land.LandCommand.RegisterParcel;
import org.nestledger.core.land.LandCommand.ServiceLand;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Money;
import org.nestledger.core.quota.QuotaCommand.AllocateQuota;
import org.nestledger.core.quota.QuotaCommand.GrantQuota;

/** The year's quota and land: 2,781 mu granted, 8,505 mu acquired step by step, 2,022 mu of it serviced. */
final class YearLand {

    private static final int YEAR = 2023;
    private static final int SERVICED_PARCELS = 12;
    private static final int OTHER_PARCELS = 12;

    /** More of it could be acquired. */
    static final String LAST_PARCEL = id(SERVICED_PARCELS + OTHER_PARCELS - 1);

    private static final long ACQUIRED = Hundredths.ofMu(8_505);
    private static final long ACQUIRED_AND_SERVICED = Hundredths.ofMu(5_040);
    private static final long SERVICED = Hundredths.ofMu(2_022);
    private static final LocalDate LAST = LocalDate.of(YEAR, 12, 15);

    private final Schedule schedule;
    private final Dice dice;
    private Instant quota = Instant.EPOCH;
    private Instant allocated = Instant.EPOCH;
    private long jinli;

    YearLand(Schedule schedule, Dice dice) {
        this.schedule = schedule;
        this.dice = dice;
    }

    /** Plots of parcels that are serviced in the year. */
    List<Plot> plan() {
        grants();
        List<Plot> plots = new ArrayList<>();
        List<Long> acquired = dice.split(ACQUIRED_AND_SERVICED, SERVICED_PARCELS, Hundredths.ofMu(360));
        List<Long> serviced = dice.split(SERVICED, SERVICED_PARCELS, Hundredths.ofMu(130));
        for (int i = 0; i < SERVICED_PARCELS; i++) {
            plots.addAll(servicedParcel(i, acquired.get(i), serviced.get(i)));
        }
        List<Long> rest = dice.split(ACQUIRED - ACQUIRED_AND_SERVICED, OTHER_PARCELS, Hundredths.ofMu(150));
        for (int i = 0; i < OTHER_PARCELS; i++) {
            otherParcel(SERVICED_PARCELS + i, rest.get(i));
        }
        return plots;
    }

    private void grants() {
        quota = grant(2_100, LocalDate.of(YEAR, 1, 30));
        grant(400, LocalDate.of(YEAR, 6, 15));
        grant(281, LocalDate.of(YEAR, 10, 10));
        LocalDate day = LocalDate.of(YEAR, 2, 10);
        allocated = schedule.at(
                day,
                new AllocateQuota(
                        DemoZones.ZONE,
                        DemoZones.JINLI,
                        YEAR,
                        Hundredths.area(Hundredths.ofMu(420)),
                        day,
                        Paper.approval("allocation 2023-1", day)),
                quota);
    }

    private Instant grant(long mu, LocalDate day) {
        return schedule.at(
                day,
                new GrantQuota(
                        DemoZones.ZONE,
                        YEAR,
                        Hundredths.area(Hundredths.ofMu(mu)),
                        day,
                        Paper.approval("quota decision of " + day, day)));
    }

    private List<Plot> servicedParcel(int i, long acquired, long serviced) {
        String id = id(i);
        String zone = zone(i);
        Instant registered = register(zone, id, acquired);
        LocalDate first = dice.workday(LocalDate.of(YEAR, 1, 9), LocalDate.of(YEAR, 6, 28));
        long early = acquired * 7 / 10;
        long existing = i % 2 == 0 ? early / 10 : 0;
        Instant acquiredAt = acquire(zone, id, early, existing, first, registered);
        LocalDate second = dice.workday(first.plusDays(30), first.plusDays(150));
        acquire(zone, id, acquired - early, 0, second, acquiredAt);

        LocalDate converted = max(dice.workday(first.plusDays(14), first.plusDays(40)), LocalDate.of(YEAR, 2, 14));
        long conversion = serviced - existing + Hundredths.ofMu(dice.between(0, 9));
        Instant convertedAt = convert(zone, id, conversion, converted, acquiredAt);
        LocalDate done = dice.workday(converted.plusDays(20), converted.plusDays(110));
        Instant servicedAt = service(zone, id, serviced, done, acquiredAt);

        Instant ready = convertedAt.isAfter(servicedAt) ? convertedAt : servicedAt;
        int count = i % 2 == 0 ? 4 : 3;
        return dice.split(serviced * 95 / 100, count, Hundredths.ofMu(18)).stream()
                .map(plot -> new Plot(zone, id, plot, done, ready))
                .toList();
    }

    /** Land that is acquired in up to three steps and waits to be serviced. */
    private void otherParcel(int i, long acquired) {
        String id = id(i);
        String zone = zone(i);
        Instant at = register(zone, id, acquired);
        LocalDate day = dice.workday(LocalDate.of(YEAR, 1, 16), LocalDate.of(YEAR, 8, 30));
        for (long part : dice.split(acquired, dice.between(1, 3), Hundredths.ofMu(30))) {
            at = acquire(zone, id, part, dice.oneIn(3) ? part / 8 : 0, day, at);
            day = min(dice.workday(day.plusDays(20), day.plusDays(70)), LAST);
        }
    }

    private Instant register(String zone, String id, long acquired) {
        long area = acquired + (dice.oneIn(3) ? 0 : Hundredths.ofMu(dice.between(10, 90)));
        LocalDate day = LocalDate.of(YEAR, 1, 5);
        return schedule.at(
                day,
                new RegisterParcel(
                        zone,
                        id,
                        Hundredths.area(area),
                        Invented.labelled("Land " + id),
                        "industrial",
                        null,
                        null,
                        day,
                        Paper.none()));
    }

    private Instant acquire(String zone, String id, long amount, long existing, LocalDate day, Instant after) {
        Money cost = Money.yuan(Long.toString(amount * dice.between(1_150, 1_480)));
        return schedule.fact(
                day,
                new AcquireLand(zone, id, Hundredths.area(amount), Hundredths.area(existing), cost, day, Paper.none()),
                after);
    }

    /** Jinli uses what the zone allocated to it while that lasts, the others use the zone's own quota. */
    private Instant convert(String zone, String id, long amount, LocalDate day, Instant after) {
        boolean own = zone.equals(DemoZones.JINLI) && jinli + amount <= Hundredths.ofMu(420);
        jinli += own ? amount : 0;
        return schedule.fact(
                day,
                new ConvertLand(
                        zone,
                        id,
                        Hundredths.area(amount),
                        own ? DemoZones.JINLI : DemoZones.ZONE,
                        YEAR,
                        day,
                        Paper.approval("conversion of " + id, day)),
                after,
                own ? allocated : quota);
    }

    private Instant service(String zone, String id, long amount, LocalDate day, Instant after) {
        Area area = Hundredths.area(amount);
        Money cost = Money.yuan(Long.toString(amount * dice.between(780, 960)));
        return schedule.fact(day, new ServiceLand(zone, id, area, cost, day, Paper.none()), after);
    }

    private static String id(int i) {
        return "zq-2023-%02d".formatted(i + 1);
    }

    private static String zone(int i) {
        return i % 3 == 2 ? DemoZones.ZONE : DemoZones.SUB_ZONES.get(i % 3);
    }

    private static LocalDate max(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate min(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
