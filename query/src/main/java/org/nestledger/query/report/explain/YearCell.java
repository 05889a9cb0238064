package org.nestledger.query.report.explain;

import java.util.regex.Pattern;

/** A part of a figure's name that is a year. */
final class YearCell {

    private static final Pattern YEAR = Pattern.compile("[1-9][0-9]{0,3}");

    private YearCell() {}

    static boolean is(String cell) {
        return YEAR.matcher(cell).matches();
    }
}
