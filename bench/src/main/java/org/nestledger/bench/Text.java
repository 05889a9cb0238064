package org.nestledger.bench;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How numbers and parameters are written for people. */
final class Text {

    private static final int LARGE = 100;

    private Text() {}

    static String of(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + " " + parameter.getValue())
                .collect(Collectors.joining(", "));
    }

    /** Three significant digits or more, and thousands apart. */
    static String of(double value) {
        String form = Math.abs(value) >= LARGE ? "%,.0f" : Math.abs(value) >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, form, value);
    }

    static String of(Spread spread) {
        return spread.min() == spread.max()
                ? of(spread.median())
                : of(spread.median()) + " (" + of(spread.min()) + "-" + of(spread.max()) + ")";
    }
}
