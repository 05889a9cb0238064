package org.nestledger.query.enterprise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nestledger.core.ledger.LedgerJson;
import org.nestledger.query.history.HistoryQueries;
import org.nestledger.query.page.Columns;
import org.nestledger.query.page.Criteria;
import org.nestledger.query.page.Dates;
import org.nestledger.query.page.Listing;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.page.Sort;
import org.nestledger.query.page.SqlFile;
import org.nestledger.query.project.ProjectQueries;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Enterprises as they are at a moment. Sorted by id, name, industry or registeredOn. */
public final class EnterpriseQueries {

    private static final Listing<EnterpriseView> ENTERPRISES = new Listing<>(
            SqlFile.beside(EnterpriseQueries.class, "enterprises.sql"),
            Map.of(
                    "name", Sort.text("name"),
                    "industry", Sort.text("industry"),
                    "registeredOn", Sort.date("registered_on")),
            EnterpriseQueries::view);

    private final JdbcClient database;
    private final Dates dates;

    public EnterpriseQueries(JdbcClient database, Dates dates) {
        this.database = database;
        this.dates = dates;
    }

    /** The fields by which the list can be sorted. */
    public static Set<String> sorts() {
        return ENTERPRISES.sorts();
    }

    public Page<EnterpriseView> list(EnterpriseFilter filter, PageRequest page) {
        Criteria criteria = Criteria.none().within(filter.zone()).containing(filter.text(), "id", "name");
        return ENTERPRISES.page(database, dates, criteria, page);
    }

    public Optional<EnterpriseDetail> byId(String id) {
        return ENTERPRISES.all(database, dates, Criteria.none().equal("id", id)).stream()
                .findFirst()
                .map(enterprise -> new EnterpriseDetail(
                        enterprise,
                        new ProjectQueries(database, dates).ofEnterprise(id),
                        new HistoryQueries(database, dates).latest("enterprise", id)));
    }

    private static EnterpriseView view(ResultSet row, int n) throws SQLException {
        return new EnterpriseView(
                row.getString("id"),
                row.getString("zone"),
                row.getString("name"),
                row.getString("industry"),
                row.getString("origin"),
                Columns.date(row, "registered_on"),
                List.of(LedgerJson.mapper().readValue(row.getString("qualifications"), QualificationView[].class)));
    }
}
