package org.nestledger.query;

import java.util.List;
import javax.sql.DataSource;
import org.nestledger.core.log.EventLog;
import org.nestledger.query.claim.ClaimModel;
import org.nestledger.query.enterprise.EnterpriseModel;
import org.nestledger.query.fund.FundModel;
import org.nestledger.query.history.HistoryModel;
import org.nestledger.query.land.OpeningStockModel;
import org.nestledger.query.land.ParcelModel;
import org.nestledger.query.movement.MovementModel;
import org.nestledger.query.permit.CertificationModel;
import org.nestledger.query.permit.PermitModel;
import org.nestledger.query.permit.PowerModel;
import org.nestledger.query.portal.VisitModel;
import org.nestledger.query.project.ProjectModel;
import org.nestledger.query.projection.Projections;
import org.nestledger.query.projection.ReadModel;
import org.nestledger.query.service.ServiceModel;
import org.nestledger.query.supply.SupplyModel;
import org.nestledger.query.zone.ZoneModel;

/** The read models of the ledger and what keeps them at the head of the log. */
public final class ReadModels {

    private ReadModels() {}

    /** In the order in which a page is given to them: the history first, since it says what was reversed. */
    public static List<ReadModel> all() {
        return List.of(
                new HistoryModel(),
                new MovementModel(),
                new ZoneModel(),
                new ParcelModel(),
                new OpeningStockModel(),
                new ProjectModel(),
                new SupplyModel(),
                new EnterpriseModel(),
                new PermitModel(),
                new CertificationModel(),
                new PowerModel(),
                new ServiceModel(),
                new FundModel(),
                new ClaimModel(),
                new VisitModel());
    }

    public static Projections over(DataSource dataSource, EventLog log) {
        return new Projections(dataSource, log, all());
    }
}
