package org.nestledger.query.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nestledger.core.claim.Precision;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.query.history.HistoryQueries;
import org.nestledger.query.page.Columns;
import org.nestledger.query.page.Criteria;
import org.nestledger.query.page.Dates;
import org.nestledger.query.page.Listing;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.page.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures as they were published. Sorted by id, measure, subject, statedOn or publishedOn. */
public final class ClaimQueries {

    private static final Listing<ClaimView> CLAIMS = new Listing<>(
            "select figure as id, c.* from {claim} c",
            Map.of(
                    "measure", Sort.text("measure"),
                    "subject", Sort.text("subject"),
                    "statedOn", Sort.date("stated_on"),
                    "publishedOn", Sort.date("published_on")),
            ClaimQueries::view);

    private final JdbcClient database;
    private final Dates dates;

    public ClaimQueries(JdbcClient database, Dates dates) {
        this.database = database;
        this.dates = dates;
    }

    /** The fields by which the list can be sorted. */
    public static Set<String> sorts() {
        return CLAIMS.sorts();
    }

    public Page<ClaimView> list(ClaimFilter filter, PageRequest page) {
        Criteria criteria = Criteria.none()
                .within(filter.zone())
                .equal("measure", filter.measure())
                .equal("subject", filter.subject())
                .present("retracted_on", filter.retracted())
                .containing(filter.text(), "id", "phrase", "source");
        return CLAIMS.page(database, dates, criteria, page);
    }

    public Optional<ClaimDetail> byId(String id) {
        return CLAIMS.all(database, dates, Criteria.none().equal("id", id)).stream()
                .findFirst()
                .map(claim -> new ClaimDetail(claim, new HistoryQueries(database, dates).latest("figure", id)));
    }

    private static ClaimView view(ResultSet row, int n) throws SQLException {
        return new ClaimView(
                row.getString("id"),
                row.getString("zone"),
                row.getString("measure"),
                row.getString("subject"),
                StatedPeriod.of(row.getString("period")),
                row.getString("value"),
                row.getString("unit"),
                Precision.of(row.getString("precision")),
                row.getString("phrase"),
                row.getString("source"),
                Columns.date(row, "stated_on"),
                Columns.date(row, "published_on"),
                Columns.maybeDate(row, "retracted_on"),
                row.getString("reason"));
    }
}
