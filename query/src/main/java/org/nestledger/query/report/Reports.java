package org.nestledger.query.report;

import java.time.LocalDate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.log.EventLog;

/** The reports. Each figure is computed from the rows that its two dates admit. */
public final class Reports {

    public Reports(DataSource dataSource, EventLog log) {}

    /**
     * A zone's year, rolled up over its descendants.
     *
     * @param asOf the last business day that counts; the end of the year when absent
     */
    public Answer<AnnualReport> annual(String zone, int year, @Nullable LocalDate asOf, KnownAt knownAt) {
        return new Answer.UnknownZone<>(zone);
    }
}
