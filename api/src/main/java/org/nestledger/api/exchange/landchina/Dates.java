package org.nestledger.api.exchange.landchina;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates in the spellings of published notices. */
final class Dates {

    private static final String TIME = "(?:[ T]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]+)?)?)?";
    private static final Pattern CHINESE =
            Pattern.compile("([0-9]{4})\\s*年\\s*([0-9]{1,2})\\s*月\\s*([0-9]{1,2})\\s*日?" + TIME);
    private static final Pattern SEPARATED = Pattern.compile("([0-9]{4})([-/.])([0-9]{1,2})\\2([0-9]{1,2})" + TIME);
    private static final Pattern PACKED = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");

    /** What the system that publishes the notices writes for no date. */
    private static final Set<LocalDate> NO_DATE = Set.of(LocalDate.of(1901, 1, 2), LocalDate.of(1900, 1, 1));

    private Dates() {}

    /** The date, or null when it only stands for none. */
    static @Nullable LocalDate date(String cell) {
        String text = Cell.nfkc(cell).strip();
        LocalDate date = parsed(text);
        return NO_DATE.contains(date) ? null : date;
    }

    private static LocalDate parsed(String text) {
        Matcher chinese = CHINESE.matcher(text);
        if (chinese.matches()) {
            return date(chinese.group(1), chinese.group(2), chinese.group(3));
        }
        Matcher separated = SEPARATED.matcher(text);
        if (separated.matches()) {
            return date(separated.group(1), separated.group(3), separated.group(4));
        }
        Matcher packed = PACKED.matcher(text);
        if (packed.matches()) {
            return date(packed.group(1), packed.group(2), packed.group(3));
        }
        throw invalid("is not a date");
    }

    private static LocalDate date(String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException noSuchDay) {
            throw invalid("is not a day of the calendar");
        }
    }

    private static InvalidCell invalid(String reason) {
        return new InvalidCell(reason, "Write it like 2019-06-27, 2019/6/27 or 2019年06月27日.");
    }
}
