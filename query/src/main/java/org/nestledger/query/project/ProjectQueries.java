package org.nestledger.query.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nestledger.core.project.ProjectStage;
import org.nestledger.query.history.HistoryQueries;
import org.nestledger.query.movement.JournalQueries;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.page.Columns;
import org.nestledger.query.page.Criteria;
import org.nestledger.query.page.Dates;
import org.nestledger.query.page.Listing;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.page.Sort;
import org.nestledger.query.page.SqlFile;
import org.nestledger.query.permit.PermitQueries;
import org.nestledger.query.service.ServiceQueries;
import org.nestledger.query.supply.SupplyQueries;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Projects as they are at a moment. Sorted by id, name, stage, industry, introducedOn or planned. */
public final class ProjectQueries {

    private static final String MILESTONES = SqlFile.beside(ProjectQueries.class, "milestones.sql");
    private static final Listing<ProjectView> PROJECTS = new Listing<>(
            "select project as id, p.* from {project} p",
            Map.of(
                    "name", Sort.text("name"),
                    "stage", Sort.text("stage"),
                    "industry", Sort.text("industry"),
                    "introducedOn", Sort.date("introduced_on"),
                    "planned", Sort.number("planned_amount")),
            ProjectQueries::view);

    private final JdbcClient database;
    private final Dates dates;

    public ProjectQueries(JdbcClient database, Dates dates) {
        this.database = database;
        this.dates = dates;
    }

    /** The fields by which the list can be sorted. */
    public static Set<String> sorts() {
        return PROJECTS.sorts();
    }

    public Page<ProjectView> list(ProjectFilter filter, PageRequest page) {
        Criteria criteria = Criteria.none()
                .within(filter.zone())
                .equal("stage", filter.stage() == null ? null : filter.stage().name())
                .equal("enterprise", filter.enterprise())
                .equal("industry", filter.industry())
                .containing(filter.text(), "id", "name", "holder");
        return PROJECTS.page(database, dates, criteria, page);
    }

    public Optional<ProjectDetail> byId(String id) {
        return PROJECTS.all(database, dates, Criteria.none().equal("id", id)).stream()
                .findFirst()
                .map(this::detail);
    }

    /** All projects that an enterprise is behind. */
    public List<ProjectView> ofEnterprise(String enterprise) {
        return PROJECTS.all(database, dates, Criteria.none().equal("enterprise", enterprise));
    }

    private ProjectDetail detail(ProjectView project) {
        return new ProjectDetail(
                project,
                milestones(project.id()),
                new SupplyQueries(database, dates).ofProject(project.id()),
                new PermitQueries(database, dates).ofProject(project.id()),
                new ServiceQueries(database, dates).ofProject(project.id()),
                new JournalQueries(database, dates).ofProject(project.id()),
                new HistoryQueries(database, dates).latest("project", project.id()));
    }

    private List<Milestone> milestones(String project) {
        return database.sql(MILESTONES)
                .params(dates.parameters())
                .param("project", project)
                .query((row, _) -> new Milestone(row.getString("note"), Columns.date(row, "occurred_on")))
                .list();
    }

    private static ProjectView view(ResultSet row, int n) throws SQLException {
        return new ProjectView(
                row.getString("id"),
                row.getString("zone"),
                row.getString("name"),
                row.getString("enterprise"),
                row.getString("holder"),
                row.getString("industry"),
                row.getString("origin"),
                ProjectStage.valueOf(row.getString("stage")),
                row.getBoolean("opening"),
                Columns.date(row, "introduced_on"),
                Columns.maybeDate(row, "started_on"),
                row.getBoolean("start_reported"),
                Columns.maybeDate(row, "completed_on"),
                row.getBoolean("completion_reported"),
                Columns.maybeDate(row, "producing_since"),
                Columns.maybeDate(row, "withdrawn_on"),
                Amounts.money(row, "planned_amount", "planned_currency"),
                Amounts.area(row, "land_need"));
    }
}
