package org.nestledger.query.report.services;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.nestledger.query.report.FigureTable;
import org.nestledger.query.report.FigureTable.Row;
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
    public List<FigureTable> explainedTables() {
        return List.of(
                FigureTable.of(
                        "plans", List.of("plan", "figure"), plans.stream().flatMap(ServicesReport::figures)),
                FigureTable.of(
                        "open services",
                        List.of("plan", "service", "figure"),
                        open.stream().map(ServicesReport::figure)));
    }

    private static Stream<Row> figures(ServicePlanLine each) {
        return Stream.of(
                Row.count(each.services(), each.plan(), "services"),
                Row.count(each.delivered(), each.plan(), "delivered"),
                Row.count(each.open(), each.plan(), "open"),
                Row.count(each.late(), each.plan(), "late"),
                Row.count(each.deliveredLate(), each.plan(), "delivered late"));
    }

    private static Row figure(OpenService each) {
        return Row.days(each.daysLate(), each.plan(), each.service(), "days late");
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
