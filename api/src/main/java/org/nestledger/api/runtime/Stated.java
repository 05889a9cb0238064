package org.nestledger.api.runtime;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Days, months and years as people state them: with four digits for the year, so that the database has a place for each. */
public final class Stated {

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

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

    private static String formed(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new DateTimeParseException("of another form", text, 0);
        }
        return text;
    }
}
