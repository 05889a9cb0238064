package org.nestledger.api.exchange.landchina;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nestledger.core.supply.UseTerm;

/** For how long land may be used: one number of years, or one for each use. */
final class Terms {

    private static final Pattern BETWEEN = Pattern.compile("[;；、,，\\n]");
    private static final Pattern YEARS = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");

    private Terms() {}

    static List<UseTerm> terms(String cell) {
        List<UseTerm> terms = new ArrayList<>();
        for (String part : BETWEEN.split(Cell.nfkc(cell), -1)) {
            if (!part.isBlank()) {
                terms.add(term(part.strip()));
            }
        }
        if (terms.isEmpty()) {
            throw invalid();
        }
        return terms;
    }

    /** The years stand at the end: a use may have a number in its name, such as R2二类居住用地. */
    private static UseTerm term(String part) {
        String text = part.endsWith("年") ? part.substring(0, part.length() - 1).stripTrailing() : part;
        int start = text.length();
        while (start > 0 && (isDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
            start--;
        }
        Matcher years = YEARS.matcher(text.substring(start));
        if (!years.matches()) {
            throw invalid();
        }
        String use = text.substring(0, start).replaceAll("[:\\s]+$", "");
        return new UseTerm(use.isEmpty() ? null : use, Numbers.small(years.group()));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static InvalidCell invalid() {
        return new InvalidCell(
                "is not a number of years, nor one for each use", "Write it like 50, or like 商务金融用地50年; 其他商服用地40年.");
    }
}
