package org.nestledger.query;

import javax.sql.DataSource;
import org.nestledger.core.log.EventLog;
import org.nestledger.query.claim.ClaimQueries;
import org.nestledger.query.enterprise.EnterpriseQueries;
import org.nestledger.query.fund.FundQueries;
import org.nestledger.query.history.HistoryQueries;
import org.nestledger.query.land.ParcelQueries;
import org.nestledger.query.movement.JournalQueries;
import org.nestledger.query.permit.PermitQueries;
import org.nestledger.query.permit.PowerQueries;
import org.nestledger.query.portal.VisitQueries;
import org.nestledger.query.project.ProjectQueries;
import org.nestledger.query.quota.QuotaQueries;
import org.nestledger.query.report.Reports;
import org.nestledger.query.service.ServiceQueries;
import org.nestledger.query.supply.SupplyQueries;
import org.nestledger.query.zone.ZoneQueries;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that can be asked of the read models. */
public record LedgerQueries(
        ZoneQueries zones,
        ParcelQueries parcels,
        ProjectQueries projects,
        SupplyQueries supplies,
        EnterpriseQueries enterprises,
        QuotaQueries quotas,
        PermitQueries permits,
        PowerQueries powers,
        ServiceQueries services,
        FundQueries funds,
        ClaimQueries claims,
        VisitQueries visits,
        HistoryQueries history,
        JournalQueries journal,
        Reports reports) {

    public static LedgerQueries over(DataSource dataSource, EventLog log) {
        JdbcClient database = JdbcClient.create(dataSource);
        return new LedgerQueries(
                new ZoneQueries(database),
                new ParcelQueries(database),
                new ProjectQueries(database),
                new SupplyQueries(database),
                new EnterpriseQueries(database),
                new QuotaQueries(database),
                new PermitQueries(database),
                new PowerQueries(database),
                new ServiceQueries(database),
                new FundQueries(database),
                new ClaimQueries(database),
                new VisitQueries(database),
                new HistoryQueries(database),
                new JournalQueries(database),
                new Reports(database, log));
    }
}
