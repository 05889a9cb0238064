package org.nestledger.core.measure;

import java.time.LocalDate;
import java.time.YearMonth;

/** A stretch of business days, both ends included. */
public record Period(LocalDate start, LocalDate end) {

    public Period {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("a period ends on or after its start: " + start + " to " + end);
        }
    }

    public static Period year(int year) {
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** @param quarter 1 to 4 */
    public static Period quarter(int year, int quarter) {
        LocalDate start = LocalDate.of(year, quarter * 3 - 2, 1);
        return new Period(start, start.plusMonths(3).minusDays(1));
    }

    public static Period month(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    /** Calendar days, both ends included. */
    public long days() {
        return end.toEpochDay() - start.toEpochDay() + 1;
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }
}
