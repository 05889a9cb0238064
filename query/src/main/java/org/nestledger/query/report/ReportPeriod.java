package org.nestledger.query.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.core.measure.InvalidQuantity;
import org.nestledger.core.measure.Period;

/**
 * The years, quarters and months that reports are of, written {@code 2023}, {@code 2023-Q3} and {@code 2023-07}, and the days
 * of those that look at one, written {@code 2023-07-31}.
 */
public final class ReportPeriod {

    private static final int MONTHS_OF_A_QUARTER = 3;
    private static final int MONTHS_OF_A_YEAR = 12;

    private static final String MONTH = "month ";

    private static final Pattern QUARTER = Pattern.compile("((?!0000)[0-9]{4})-Q([1-4])");

    private static final Pattern PARTS_OF_YEARS = Pattern.compile("[0-9]{4}(-Q[1-4]|-[0-9]{2})?");

    private static final Pattern DAY = Pattern.compile("(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private ReportPeriod() {}

    public static StatedPeriod year(int year) {
        return new StatedPeriod("%04d".formatted(year), Period.year(year));
    }

    public static StatedPeriod quarter(int year, int quarter) {
        return new StatedPeriod("%04d-Q%d".formatted(year, quarter), Period.quarter(year, quarter));
    }

    public static StatedPeriod month(YearMonth month) {
        return new StatedPeriod(month.toString(), Period.month(month));
    }

    /** A single day, for what stands at its end. */
    public static StatedPeriod day(LocalDate day) {
        return new StatedPeriod(day.toString(), new Period(day, day));
    }

    /**
     * The period that is written so, or days as a published figure states them.
     *
     * @throws InvalidQuantity when it is none
     */
    public static StatedPeriod parse(String text) {
        Matcher quarter = QUARTER.matcher(text);
        if (quarter.matches()) {
            return quarter(Integer.parseInt(quarter.group(1)), Integer.parseInt(quarter.group(2)));
        }
        return isDay(text) ? day(dayOf(text)) : StatedPeriod.of(text);
    }

    /** When something is said to be so: {@code in 2023}, {@code on 2023-07-31}. */
    public static String when(String period) {
        return (isDay(period) ? "on " : "in ") + period;
    }

    /** Whether reports are made of it: a year, a quarter or a month. */
    public static boolean isOfReports(StatedPeriod period) {
        return PARTS_OF_YEARS.matcher(period.text()).matches();
    }

    public static boolean isYear(StatedPeriod period) {
        return isOfReports(period) && months(period.period()) == MONTHS_OF_A_YEAR;
    }

    private static boolean isDay(String text) {
        return DAY.matcher(text).matches();
    }

    private static LocalDate dayOf(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noSuchDay) {
            throw new InvalidQuantity("There is no day " + text + ".");
        }
    }

    /**
     * The period that a request states in parts.
     *
     * @throws IllegalArgumentException when the parts do not make one, with a sentence that says what to state
     */
    public static StatedPeriod of(@Nullable Integer year, @Nullable Integer quarter, @Nullable YearMonth month) {
        if (month != null && year == null && quarter == null) {
            return month(month);
        } else if (year != null && quarter != null && month == null && quarter >= 1 && quarter <= 4) {
            return quarter(year, quarter);
        } else if (year != null && quarter == null && month == null) {
            return year(year);
        }
        throw new IllegalArgumentException(
                "state either a year, a year and a quarter from 1 to 4, or a month like 2023-07, and nothing more");
    }

    /** Which month of a period this is: the same words in another one for the month that is as far from its start. */
    public static String monthOf(String period, String month) {
        YearMonth start = YearMonth.from(parse(period).period().start());
        return MONTH + (start.until(YearMonth.parse(month), ChronoUnit.MONTHS) + 1);
    }

    /** The month of a period by those words. */
    static String sameMonth(String period, String words) {
        YearMonth start = YearMonth.from(parse(period).period().start());
        return start.plusMonths(Long.parseLong(words.substring(MONTH.length())) - 1)
                .toString();
    }

    /** The period of the same length that ends where this one begins. */
    static StatedPeriod before(StatedPeriod period) {
        return earlier(period, months(period.period()));
    }

    /** The same period of the year before. */
    static StatedPeriod yearBefore(StatedPeriod period) {
        return earlier(period, MONTHS_OF_A_YEAR);
    }

    /** The day that stands to an earlier period as this one stands to its own: its end to the end, else so many months back. */
    static LocalDate earlierDay(LocalDate asOf, StatedPeriod period, StatedPeriod earlier) {
        YearMonth from = YearMonth.from(earlier.period().end());
        return asOf.equals(period.period().end())
                ? earlier.period().end()
                : asOf.minusMonths(from.until(YearMonth.from(period.period().end()), ChronoUnit.MONTHS));
    }

    private static StatedPeriod earlier(StatedPeriod stated, int months) {
        YearMonth start = YearMonth.from(stated.period().start()).minusMonths(months);
        return switch (months(stated.period())) {
            case MONTHS_OF_A_YEAR -> year(start.getYear());
            case MONTHS_OF_A_QUARTER -> quarter(start.getYear(), (start.getMonthValue() - 1) / MONTHS_OF_A_QUARTER + 1);
            default -> month(start);
        };
    }

    private static int months(Period period) {
        return (int) YearMonth.from(period.start())
                .until(YearMonth.from(period.end()).plusMonths(1), ChronoUnit.MONTHS);
    }
}
