package org.nestledger.api.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.nestledger.core.land.LandCommand.RegisterParcel;
import org.nestledger.core.land.LandCommand.ResurveyParcel;
import org.nestledger.core.land.LandCommand.SplitParcel;
import org.nestledger.core.land.SplitChild;
import org.nestledger.core.measure.Area;
import org.nestledger.core.opening.OpeningCommand.RecordOpeningQuota;
import org.nestledger.core.opening.OpeningCommand.RecordOpeningStock;

/** What the zone had before the year: parcels with stock, and the rest of an older quota. */
final class OpeningLand {

    static final LocalDate OPENED = LocalDate.of(2022, 12, 31);
    static final LocalDate OPENED_EARLY = LocalDate.of(2019, 12, 31);
    private static final int PARCELS = 8;
    private static final int EARLY_PARCELS = 3;

    private final Schedule schedule;
    private final Dice dice;

    OpeningLand(Schedule schedule, Dice dice) {
        this.schedule = schedule;
        this.dice = dice;
    }

    /** Plots of parcels that were serviced before the year. */
    List<Plot> plan() {
        schedule.opening(new RecordOpeningQuota(
                DemoZones.ZONE,
                2022,
                Hundredths.area(12_000),
                Hundredths.area(81_500),
                OPENED,
                Paper.approval("opening balance of the 2022 quota", OPENED)));
        List<Plot> plots = new ArrayList<>();
        for (int i = 0; i < PARCELS; i++) {
            long serviced = Hundredths.ofMu(dice.between(72, 118));
            Instant recorded =
                    parcel("zq-old-" + (i + 1), zone(i), serviced, Hundredths.ofMu(dice.between(40, 190)), OPENED);
            int count = i % 8 < 5 ? 2 : 3;
            for (long plot : dice.split(serviced * 93 / 100, count, Hundredths.ofMu(14))) {
                plots.add(new Plot(zone(i), "zq-old-" + (i + 1), plot, LocalDate.of(2023, 1, 4), recorded));
            }
        }
        return plots;
    }

    /** Plots that were supplied years ago and wait for a start of construction. */
    List<Plot> planEarly() {
        List<Plot> plots = new ArrayList<>();
        for (int i = 0; i < EARLY_PARCELS; i++) {
            long serviced = Hundredths.ofMu(dice.between(45, 70));
            Instant recorded = parcel("zq-early-" + (i + 1), DemoZones.ZONE, serviced, 0, OPENED_EARLY);
            plots.add(new Plot(DemoZones.ZONE, "zq-early-" + (i + 1), serviced * 4 / 5, OPENED_EARLY, recorded));
        }
        return plots;
    }

    private static String zone(int i) {
        return i % 4 == 3 ? DemoZones.ZONE : DemoZones.SUB_ZONES.get(i % 2);
    }

    private Instant parcel(String id, String zone, long serviced, long acquired, LocalDate opened) {
        long area = serviced + acquired + Hundredths.ofMu(dice.between(0, 40));
        schedule.opening(new RegisterParcel(
                zone,
                id,
                Hundredths.area(area),
                Invented.labelled("Older land " + id),
                "industrial",
                null,
                null,
                opened,
                Paper.none()));
        return schedule.opening(new RecordOpeningStock(
                zone,
                id,
                Hundredths.area(acquired),
                Hundredths.area(serviced),
                Hundredths.area(serviced * 2 / 5),
                Hundredths.area(serviced - serviced * 2 / 5),
                null,
                null,
                opened,
                Paper.none()));
    }

    /** A survey finds more land, another less, and one parcel is split: none of it is an acquisition. */
    void planSurveys() {
        LocalDate day = LocalDate.of(2023, 5, 16);
        survey("zq-survey-1", DemoZones.JINLI, Hundredths.ofMu(80), 8_124, day);
        survey("zq-survey-2", DemoZones.GAOXIN, Hundredths.ofMu(96), 9_377, day.plusDays(8));
        Instant registered = parcel("zq-split", DemoZones.ZONE, Hundredths.ofMu(60), Hundredths.ofMu(90), OPENED);
        schedule.fact(
                day.plusDays(20),
                new SplitParcel(
                        DemoZones.ZONE,
                        "zq-split",
                        List.of(new SplitChild(
                                "zq-split-east",
                                Hundredths.area(Hundredths.ofMu(70)),
                                Hundredths.area(Hundredths.ofMu(45)),
                                Hundredths.area(Hundredths.ofMu(20)),
                                Hundredths.area(Hundredths.ofMu(20)),
                                Invented.labelled("Eastern part"),
                                "industrial",
                                null,
                                null)),
                        day.plusDays(20),
                        Paper.none()),
                registered);
    }

    private void survey(String id, String zone, long acquired, long surveyed, LocalDate day) {
        schedule.opening(new RegisterParcel(
                zone,
                id,
                Hundredths.area(acquired),
                Invented.labelled("Resurveyed land " + id),
                "industrial",
                null,
                null,
                OPENED,
                Paper.none()));
        Instant opened = schedule.opening(new RecordOpeningStock(
                zone,
                id,
                Hundredths.area(acquired),
                Area.ZERO,
                Area.ZERO,
                Area.ZERO,
                null,
                null,
                OPENED,
                Paper.none()));
        schedule.fact(day, new ResurveyParcel(zone, id, Hundredths.area(surveyed), day, Paper.none()), opened);
    }
}
