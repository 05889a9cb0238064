package org.nestledger.api.exchange.landchina;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What tells a notice from every other: its supervision number, else the recorder id in its link. */
final class Key {

    private static final Pattern SUPERVISION_NUMBER = Pattern.compile("[0-9A-Z][0-9A-Z._-]{0,99}");
    private static final Pattern RECORDER =
            Pattern.compile("(?:^|[?&#;])(?:recorder|gd)guid=([0-9a-z][0-9a-z-]{0,99})(?:$|[&#])");

    private Key() {}

    static String supervisionNumber(String cell) {
        String number = Cell.nfkc(cell).replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        if (!SUPERVISION_NUMBER.matcher(number).matches()) {
            throw new InvalidCell(
                    "is no supervision number: at most 100 digits, Latin letters, dots, dashes and underscores",
                    "Write it like 1101002019B01585, as text and not as a number of a spreadsheet.");
        }
        return number;
    }

    /** The recorder id inside a link to the notice, or null when it has none. */
    static @Nullable String recorder(String url) {
        Matcher recorder = RECORDER.matcher(Cell.nfkc(url).toLowerCase(Locale.ROOT));
        return recorder.find() ? recorder.group(1) : null;
    }
}
