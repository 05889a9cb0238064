package org.nestledger.query.report.services;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.nestledger.query.report.KnownPosition;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.Section;

/**
 * The service plans of a zone and its descendants on a day.
 *
 * @param plans by enterprise and project
 * @param open the services not delivered, the latest first
 */
public record ServicesReport(
        String zone, LocalDate asOf, KnownPosition knownAt, List<ServicePlanLine> plans, List<OpenService> open)
        implements Report {

    private static final List<String> PLANS = List.of(
            "zone",
            "enterprise",
            "project",
            "plan",
            "name",
            "agreed on",
            "services",
            "delivered",
            "open",
            "late",
            "delivered late");
    private static final List<String> OPEN =
            List.of("zone", "project", "plan", "service", "name", "agreed on", "due on", "days late");

    public ServicesReport {
        plans = List.copyOf(plans);
        open = List.copyOf(open);
    }

    @Override
    public String title() {
        return "Service plans of " + zone;
    }

    @Override
    public List<Section> sections() {
        return Stream.of(
                        Section.of("plans", PLANS, plans.stream().map(ServicesReport::row)),
                        Section.of("open services", OPEN, open.stream().map(ServicesReport::row)))
                .filter(section -> !section.rows().isEmpty())
                .toList();
    }

    private static List<String> row(ServicePlanLine each) {
        return Section.row(
                each.zone(),
                each.enterprise() == null ? each.holder() : each.enterprise(),
                each.project(),
                each.plan(),
                each.name(),
                each.agreedOn(),
                each.services(),
                each.delivered(),
                each.open(),
                each.late(),
                each.deliveredLate());
    }

    private static List<String> row(OpenService each) {
        return Section.row(
                each.zone(),
                each.project(),
                each.plan(),
                each.service(),
                each.name(),
                each.agreedOn(),
                each.dueOn(),
                each.daysLate());
    }
}
