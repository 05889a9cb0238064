package org.nestledger.query;

import java.util.List;
import javax.sql.DataSource;
import org.nestledger.core.log.EventLog;
import org.nestledger.query.projection.Projections;
import org.nestledger.query.projection.ReadModel;

/** The read models of the ledger and what keeps them at the head of the log. */
public final class ReadModels {

    private ReadModels() {}

    /** In the order in which a page is given to them: the history first, since it says what was reversed. */
    public static List<ReadModel> all() {
        return List.of();
    }

    public static Projections over(DataSource dataSource, EventLog log) {
        return new Projections(dataSource, log, all());
    }
}
