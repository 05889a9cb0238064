package org.nestledger.api.demo;

import java.time.LocalDate;
import java.util.List;
import org.nestledger.core.decision.Document;
import org.nestledger.core.measure.Quantity;
import org.nestledger.core.zone.ZoneCommand.ClosePeriod;
import org.nestledger.core.zone.ZoneCommand.SetTarget;

/** What is published about the year, the targets of the next one, and the closing of the books. */
final class YearEnd {

    private static final LocalDate TARGETS_SET = LocalDate.of(2024, 1, 10);
    private static final LocalDate CLOSED_ON = LocalDate.of(2024, 1, 31);
    private static final LocalDate CLOSED_THROUGH = LocalDate.of(2023, 12, 31);

    private static final List<Target> TARGETS = List.of(
            new Target("projects.introduced", "110", "count"),
            new Target("investment.planned", "33000000000", "CNY"),
            new Target("land.acquired", "6000", "mu"),
            new Target("land.serviced", "2500", "mu"),
            new Target("quota.granted", "2400", "mu"),
            new Target("projects.supplied", "66", "count"),
            new Target("projects.construction-started", "45", "count"));

    private record Target(String measure, String value, String unit) {}

    private final Schedule schedule;

    YearEnd(Schedule schedule) {
        this.schedule = schedule;
    }

    void plan() {
        schedule.together(PublishedStatement.PUBLISHED_ON, PublishedStatement.figures());
        schedule.together(TARGETS_SET, TARGETS.stream().map(YearEnd::target).toList());
        schedule.at(
                CLOSED_ON,
                new ClosePeriod(DemoZones.ZONE, CLOSED_THROUGH, decision("closing of the books of 2023", CLOSED_ON)));
    }

    private static SetTarget target(Target target) {
        return new SetTarget(
                DemoZones.ZONE,
                target.measure(),
                2024,
                new Quantity(target.value(), target.unit()),
                TARGETS_SET,
                decision("plan of work for 2024", TARGETS_SET));
    }

    private static List<Document> decision(String number, LocalDate date) {
        return List.of(Document.numbered("decision", Invented.labelled(number), "zone headquarters", date));
    }
}
