package org.nestledger.query.report.starts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How late a project is that has not started. */
public enum StartStatus {
    /** From the day after the agreed start. */
    LATE,
    /** From the 366th day after the agreed start. */
    IDLE,
    /** From the second anniversary of the agreed start. */
    RECOVERABLE,
    /** Late by the agreed start, but all that is known of the project is from notices, which may not tell of a start. */
    START_NOT_REPORTED;

    private static final int IDLE_FROM = 366;
    private static final int RECOVERABLE_FROM_YEARS = 2;

    static long daysLate(LocalDate agreed, LocalDate asOf) {
        return ChronoUnit.DAYS.between(agreed, asOf);
    }

    /**
     * @param agreed a day before {@code asOf}
     * @param noticesOnly whether the project is known from notices only
     */
    static StartStatus of(LocalDate agreed, LocalDate asOf, boolean noticesOnly) {
        if (noticesOnly) {
            return START_NOT_REPORTED;
        } else if (!asOf.isBefore(agreed.plusYears(RECOVERABLE_FROM_YEARS))) {
            return RECOVERABLE;
        }
        return daysLate(agreed, asOf) >= IDLE_FROM ? IDLE : LATE;
    }
}
