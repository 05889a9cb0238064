package org.nestledger.query.permit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nestledger.core.permit.PermitKind;
import org.nestledger.core.permit.PermitStatus;
import org.nestledger.query.history.HistoryQueries;
import org.nestledger.query.page.Columns;
import org.nestledger.query.page.Criteria;
import org.nestledger.query.page.Dates;
import org.nestledger.query.page.Listing;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.page.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Permits as they stand at a moment. Sorted by id, project, kind, status, appliedOn or decidedOn. */
public final class PermitQueries {

    private static final Listing<PermitView> PERMITS = new Listing<>(
            "select permit as id, p.* from {permit} p",
            Map.of(
                    "project", Sort.text("project"),
                    "kind", Sort.text("kind"),
                    "status", Sort.text("status"),
                    "appliedOn", Sort.date("applied_on"),
                    "decidedOn", Sort.date("decided_on")),
            PermitQueries::view);

    private final JdbcClient database;
    private final Dates dates;

    public PermitQueries(JdbcClient database, Dates dates) {
        this.database = database;
        this.dates = dates;
    }

    /** The fields by which the list can be sorted. */
    public static Set<String> sorts() {
        return PERMITS.sorts();
    }

    public Page<PermitView> list(PermitFilter filter, PageRequest page) {
        Criteria criteria = Criteria.none()
                .within(filter.zone())
                .equal("project", filter.project())
                .ofEnterprise(filter.enterprise())
                .equal("kind", filter.kind() == null ? null : filter.kind().name())
                .equal(
                        "status",
                        filter.status() == null ? null : filter.status().name())
                .containing(filter.text(), "id", "certificate", "authority");
        return PERMITS.page(database, dates, criteria, page);
    }

    public Optional<PermitDetail> byId(String id) {
        return PERMITS.all(database, dates, Criteria.none().equal("id", id)).stream()
                .findFirst()
                .map(permit -> new PermitDetail(permit, new HistoryQueries(database, dates).latest("permit", id)));
    }

    /** All applications of a project. */
    public List<PermitView> ofProject(String project) {
        return PERMITS.all(database, dates, Criteria.none().equal("project", project));
    }

    private static PermitView view(ResultSet row, int n) throws SQLException {
        return new PermitView(
                row.getString("id"),
                row.getString("zone"),
                row.getString("project"),
                PermitKind.valueOf(row.getString("kind")),
                PermitStatus.valueOf(row.getString("status")),
                Columns.maybeDate(row, "applied_on"),
                Columns.maybeDate(row, "decided_on"),
                Columns.maybeDate(row, "revoked_on"),
                row.getString("certificate"),
                row.getString("power"),
                row.getString("power_zone"),
                row.getString("authority"),
                row.getString("reason"));
    }
}
