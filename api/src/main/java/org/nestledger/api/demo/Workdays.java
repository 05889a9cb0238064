package org.nestledger.api.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Offices work from Monday to Friday. */
final class Workdays {

    private Workdays() {}

    /** The day itself, or the Friday before it. */
    static LocalDate onOrBefore(LocalDate day) {
        LocalDate workday = day;
        while (!isWorkday(workday)) {
            workday = workday.minusDays(1);
        }
        return workday;
    }

    /** The day itself, or the Monday after it. */
    static LocalDate onOrAfter(LocalDate day) {
        LocalDate workday = day;
        while (!isWorkday(workday)) {
            workday = workday.plusDays(1);
        }
        return workday;
    }

    private static boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
