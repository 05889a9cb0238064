package org.nestledger.query;

import java.time.LocalDate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.log.EventLog;
import org.nestledger.query.claim.ClaimQueries;
import org.nestledger.query.enterprise.EnterpriseQueries;
import org.nestledger.query.fund.FundQueries;
import org.nestledger.query.history.HistoryQueries;
import org.nestledger.query.land.ParcelQueries;
import org.nestledger.query.movement.JournalQueries;
import org.nestledger.query.page.Dates;
import org.nestledger.query.permit.PermitQueries;
import org.nestledger.query.permit.PowerQueries;
import org.nestledger.query.portal.VisitQueries;
import org.nestledger.query.project.ProjectQueries;
import org.nestledger.query.quota.QuotaQueries;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.Reports;
import org.nestledger.query.report.explain.Explanations;
import org.nestledger.query.report.explain.TableExplanations;
import org.nestledger.query.service.ServiceQueries;
import org.nestledger.query.supply.SupplyQueries;
import org.nestledger.query.zone.ZoneQueries;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that can be asked of the read models: what stands as of and as known at one moment, and reports, which name theirs. */
public final class LedgerQueries {

    /**
     * Statements for each new connection that questions are asked over. Most are answered in a few milliseconds, less than parallel
     * workers or compiled plans take to begin.
     */
    public static final String CONNECTION_SETTINGS = "set max_parallel_workers_per_gather = 0; set jit = off";

    /** With what becomes of them until they are sent, an event of an explanation takes about 3 KB of memory. */
    private static final int BYTES_OF_AN_EVENT = 3_300;

    /** Two explanations at once leave a third of the memory to all others. */
    private static final int MOST_EVENTS =
            (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 3 / BYTES_OF_AN_EVENT);

    private final JdbcClient database;
    private final EventLog log;
    private final Dates dates;

    private LedgerQueries(JdbcClient database, EventLog log, Dates dates) {
        this.database = database;
        this.log = log;
        this.dates = dates;
    }

    /** What stands now. */
    public static LedgerQueries over(DataSource dataSource, EventLog log) {
        return new LedgerQueries(JdbcClient.create(dataSource), log, Dates.NOW);
    }

    /**
     * What stood on a day, as known at a moment: for a position, what a ledger that ends there would say.
     *
     * @param asOf the last business day that counts; any when absent
     */
    public Answer<LedgerQueries> at(@Nullable LocalDate asOf, KnownAt knownAt) {
        return asOf == null && knownAt instanceof KnownAt.Now
                ? new Answer.Found<>(this)
                : reports().at(knownAt, known -> new LedgerQueries(database, log, Dates.of(asOf, known)));
    }

    public ZoneQueries zones() {
        return new ZoneQueries(database, dates);
    }

    public ParcelQueries parcels() {
        return new ParcelQueries(database, dates);
    }

    public ProjectQueries projects() {
        return new ProjectQueries(database, dates);
    }

    public SupplyQueries supplies() {
        return new SupplyQueries(database, dates);
    }

    public EnterpriseQueries enterprises() {
        return new EnterpriseQueries(database, dates);
    }

    public QuotaQueries quotas() {
        return new QuotaQueries(database, dates);
    }

    public PermitQueries permits() {
        return new PermitQueries(database, dates);
    }

    public PowerQueries powers() {
        return new PowerQueries(database, dates);
    }

    public ServiceQueries services() {
        return new ServiceQueries(database, dates);
    }

    public FundQueries funds() {
        return new FundQueries(database, dates);
    }

    public ClaimQueries claims() {
        return new ClaimQueries(database, dates);
    }

    public VisitQueries visits() {
        return new VisitQueries(database, dates);
    }

    public HistoryQueries history() {
        return new HistoryQueries(database, dates);
    }

    public JournalQueries journal() {
        return new JournalQueries(database, dates);
    }

    public Reports reports() {
        return new Reports(database, log, MOST_EVENTS);
    }

    public Explanations explanations() {
        return new Explanations(reports());
    }

    public TableExplanations tableExplanations() {
        return new TableExplanations(reports());
    }
}
