package org.nestledger.query.report.changes;

import java.time.LocalDate;
import org.nestledger.query.report.Report;

/**
 * A period that a report is held against.
 *
 * @param period {@code 2022}, {@code 2022-Q3} or {@code 2022-07}
 * @param asOf the last business day that counts in it
 */
public record EarlierPeriod(String period, LocalDate asOf) {

    static EarlierPeriod of(String period, Report report) {
        return new EarlierPeriod(period, report.asOf());
    }
}
