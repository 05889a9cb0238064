package org.nestledger.query.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nestledger.query.history.HistoryQueries;
import org.nestledger.query.page.Columns;
import org.nestledger.query.page.Criteria;
import org.nestledger.query.page.Dates;
import org.nestledger.query.page.Listing;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.page.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Services as they stand at a moment, and the plans they are in. Sorted by id, name, project, agreedOn, dueOn or deliveredOn. */
public final class ServiceQueries {

    private static final Listing<ServiceView> SERVICES = new Listing<>(
            "select s.* from {service} s",
            Map.of(
                    "name", Sort.text("name"),
                    "project", Sort.text("project"),
                    "agreedOn", Sort.date("agreed_on"),
                    "dueOn", Sort.date("due_on"),
                    "deliveredOn", Sort.date("delivered_on")),
            ServiceQueries::view);

    private final JdbcClient database;
    private final Dates dates;
    private final Listing<ServicePlanView> plans;

    public ServiceQueries(JdbcClient database, Dates dates) {
        this.database = database;
        this.dates = dates;
        this.plans = new Listing<>("select plan as id, p.* from {service_plan} p", Map.of(), this::plan);
    }

    /** The fields by which the list can be sorted. */
    public static Set<String> sorts() {
        return SERVICES.sorts();
    }

    public Page<ServiceView> list(ServiceFilter filter, PageRequest page) {
        Criteria criteria = Criteria.none()
                .within(filter.zone())
                .equal("project", filter.project())
                .ofEnterprise(filter.enterprise())
                .equal("plan", filter.plan())
                .present("delivered_on", filter.open() == null ? null : !filter.open())
                .late("due_on", "delivered_on", filter.lateOn())
                .containing(filter.text(), "id", "name");
        return SERVICES.page(database, dates, criteria, page);
    }

    public Optional<ServiceView> byId(String plan, String service) {
        return SERVICES.all(database, dates, Criteria.none().equal("id", plan + "/" + service)).stream()
                .findFirst();
    }

    public Optional<ServicePlanDetail> planById(String id) {
        return plans.all(database, dates, Criteria.none().equal("id", id)).stream()
                .findFirst()
                .map(plan -> new ServicePlanDetail(plan, new HistoryQueries(database, dates).latest("plan", id)));
    }

    /** All service plans of a project. */
    public List<ServicePlanView> ofProject(String project) {
        return plans.all(database, dates, Criteria.none().equal("project", project));
    }

    private ServicePlanView plan(ResultSet row, int n) throws SQLException {
        return new ServicePlanView(
                row.getString("id"),
                row.getString("zone"),
                row.getString("project"),
                row.getString("name"),
                Columns.date(row, "agreed_on"),
                SERVICES.all(database, dates, Criteria.none().equal("plan", row.getString("id"))));
    }

    private static ServiceView view(ResultSet row, int n) throws SQLException {
        return new ServiceView(
                row.getString("id"),
                row.getString("zone"),
                row.getString("project"),
                row.getString("plan"),
                row.getString("service"),
                row.getString("name"),
                Columns.date(row, "agreed_on"),
                Columns.maybeDate(row, "due_on"),
                Columns.maybeDate(row, "delivered_on"),
                row.getString("result"));
    }
}
