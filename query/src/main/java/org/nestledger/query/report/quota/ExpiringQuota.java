package org.nestledger.query.report.quota;

import java.time.LocalDate;
import org.nestledger.core.measure.Quantity;

/**
 * Quota that is still available though its year ends with the report's year or has ended before.
 *
 * @param endsOn the last day of its year
 * @param daysLeft from the end of the period, or the report's date when that is earlier, to that day; none when it has passed
 */
public record ExpiringQuota(
        String zone, int quotaYear, LocalDate endsOn, Status status, long daysLeft, Quantity available) {

    /** Whether the year has ended. */
    public enum Status {
        ENDING,
        ENDED
    }

    static ExpiringQuota of(String zone, int quotaYear, Quantity available, LocalDate day) {
        LocalDate endsOn = LocalDate.of(quotaYear, 12, 31);
        return new ExpiringQuota(
                zone,
                quotaYear,
                endsOn,
                day.isAfter(endsOn) ? Status.ENDED : Status.ENDING,
                Math.max(0, endsOn.toEpochDay() - day.toEpochDay()),
                available);
    }
}
