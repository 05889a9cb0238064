package org.nestledger.query.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.log.EventLog;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a report is made of.
 *
 * @param log what the rows are folded from
 * @param knownAt the last record that counts, the scope's
 * @param askedAsOf the business date that was asked for, which the scope's is when there is one
 * @param mostEvents of a figure that is explained, restated or compared
 */
public record ReportSources(
        JdbcClient database,
        EventLog log,
        KnownPositions positions,
        Scope scope,
        KnownPosition knownAt,
        @Nullable LocalDate askedAsOf,
        int mostEvents) {

    /** The same as known at an earlier position. */
    public ReportSources asKnownAt(long position) {
        return new ReportSources(
                database,
                log,
                positions,
                new Scope(scope.zone(), scope.stated(), scope.asOf(), position),
                positions.at(position),
                askedAsOf,
                mostEvents);
    }

    public int year() {
        return scope.period().end().getYear();
    }
}
