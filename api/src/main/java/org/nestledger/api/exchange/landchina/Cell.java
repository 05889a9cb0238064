package org.nestledger.api.exchange.landchina;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The text of one cell. */
final class Cell {

    /** The longest text that the ledger takes. */
    static final int MAX_LENGTH = 4_000;

    /** What published tables hold where the notice says nothing; {@code Nah} stands in landchina's own. */
    private static final Set<String> NOTHING = Set.of("nah", "nan", "null", "none", "n/a", "-", "--", "—", "——", "/");

    private Cell() {}

    /** What the cell says, as it is written but for blanks around it; null when it says nothing. */
    static @Nullable String text(String cell) {
        int start = 0;
        int end = cell.length();
        while (start < end && blank(cell.charAt(start))) {
            start++;
        }
        while (start < end && blank(cell.charAt(end - 1))) {
            end--;
        }
        String text = cell.substring(start, end);
        return text.isEmpty() || NOTHING.contains(text.toLowerCase(Locale.ROOT)) ? null : text;
    }

    /** The text in the one width and form in which numbers, dates and codes are read. */
    static String nfkc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** Why the ledger could not keep this text, or null when it could. */
    static @Nullable String unfit(String text) {
        if (text.length() > MAX_LENGTH) {
            return "has " + text.length() + " characters; at most " + MAX_LENGTH + " are taken";
        }
        if (text.indexOf('\uFFFD') >= 0) {
            return "holds bytes that are no character in the file's encoding";
        }
        boolean control = text.codePoints()
                .anyMatch(c -> (c < ' ' && c != '\n' && c != '\t') || c == 0x7f || (c >= 0xd800 && c <= 0xdfff));
        return control ? "holds control characters or half a character" : null;
    }

    private static boolean blank(char c) {
        // The first is what landchina's pages hold in empty cells, then the invisible ones that editors leave behind.
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF' || c == '\u2060';
    }
}
