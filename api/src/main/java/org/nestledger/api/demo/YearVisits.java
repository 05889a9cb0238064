package org.nestledger.api.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.nestledger.core.portal.PortalCommand.RecordPortalVisits;

/** The province's portal counts a day's visits the morning after. The zone leads, though not on every day. */
final class YearVisits {

    private static final LocalDate FIRST = LocalDate.of(2023, 11, 24);
    private static final LocalDate LAST = LocalDate.of(2023, 12, 31);
    private static final LocalDate MISCOUNTED = LocalDate.of(2023, 12, 12);

    private static final List<Popular> ZONES = List.of(
            new Popular(DemoZones.ZONE, 4_600, 6_400),
            new Popular("foshan-cluster", 4_100, 5_900),
            new Popular("shantou-cluster", 3_500, 5_200),
            new Popular("jiangmen-cluster", 3_300, 4_700),
            new Popular("zhanjiang-cluster", 2_900, 4_400),
            new Popular("zhongshan-cluster", 2_100, 3_300));

    /** A zone and its visits on a quiet and on a busy day. */
    private record Popular(String zone, int least, int most) {}

    private final Schedule schedule;
    private final Dice dice;

    YearVisits(Schedule schedule, Dice dice) {
        this.schedule = schedule;
        this.dice = dice;
    }

    void plan() {
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            for (Popular popular : ZONES) {
                int visits = dice.between(popular.least(), popular.most());
                Instant counted = schedule.at(day.plusDays(1), count(popular.zone(), visits, day));
                if (day.equals(MISCOUNTED) && popular.zone().equals(DemoZones.ZONE)) {
                    // a search engine's visits were taken out
                    schedule.at(day.plusDays(6), count(popular.zone(), visits - 731, day), counted);
                }
            }
        }
    }

    private static RecordPortalVisits count(String zone, int visits, LocalDate day) {
        return new RecordPortalVisits(zone, visits, day, Paper.none());
    }
}
