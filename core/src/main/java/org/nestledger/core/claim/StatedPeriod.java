package org.nestledger.core.claim;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nestledger.core.measure.InvalidQuantity;
import org.nestledger.core.measure.Period;

/**
 * The period of a published figure as it is written: {@code 2023}, {@code 2023-06}, or {@code 30 days to 2023-12-30}.
 *
 * @param period its business days
 */
public record StatedPeriod(@JsonValue String text, Period period) {

    private static final Pattern YEAR = Pattern.compile("(?!0000)[0-9]{4}");
    private static final Pattern MONTH = Pattern.compile("(?!0000)[0-9]{4}-[0-9]{2}");
    private static final Pattern DAYS =
            Pattern.compile("([1-9][0-9]{0,3}) days to ((?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2})");

    // a JSON object of both components is not taken for one
    @JsonCreator(mode = JsonCreator.Mode.DISABLED)
    public StatedPeriod {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static StatedPeriod of(String text) {
        try {
            Matcher days = DAYS.matcher(text);
            if (days.matches()) {
                LocalDate end = LocalDate.parse(days.group(2));
                return new StatedPeriod(text, new Period(end.minusDays(Long.parseLong(days.group(1)) - 1), end));
            } else if (YEAR.matcher(text).matches()) {
                return new StatedPeriod(text, Period.year(Integer.parseInt(text)));
            } else if (MONTH.matcher(text).matches()) {
                return new StatedPeriod(text, Period.month(YearMonth.parse(text)));
            }
        } catch (DateTimeException noSuchDay) {
            // answered below, as any other text that is no period
        }
        throw new InvalidQuantity("\"" + (text.length() <= 40 ? text : text.substring(0, 40) + "…")
                + "\" is no period; write it like 2023, 2023-06 or 30 days to 2023-12-30");
    }
}
