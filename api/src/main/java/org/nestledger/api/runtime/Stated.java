package org.nestledger.api.runtime;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * Days, months, years and numbers as people state them: with four digits for the year, so that the database has a place for
 * each, and numbers by their decimal digits alone.
 */
public final class Stated {

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)");

    private Stated() {}

    /** A day like {@code 2023-12-31}. */
    public static LocalDate day(String text) {
        return LocalDate.parse(formed(DAY, text));
    }

    /** A year like {@code 2023}. */
    public static Year year(String text) {
        return Year.parse(formed(YEAR, text));
    }

    /** A month like {@code 2023-07}. */
    public static YearMonth month(String text) {
        return YearMonth.parse(formed(MONTH, text));
    }

    /** A whole number like {@code 100}, in digits only: what a program may write as 0x64 or 0144 is taken for a mistake. */
    public static int number(String text) {
        return Integer.parseInt(digits(text));
    }

    /** The same for larger ones, like positions. */
    public static long largeNumber(String text) {
        return Long.parseLong(digits(text));
    }

    private static String digits(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new NumberFormatException("not in digits: " + text);
        }
        return text;
    }

    private static String formed(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new DateTimeParseException("of another form", text, 0);
        }
        return text;
    }
}
