package org.nestledger.core.claim;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nestledger.core.measure.InvalidQuantity;

/**
 * How a publisher cut a figure, written {@code exact}, {@code rounded:1}, {@code rounded:-8}, {@code truncated:2},
 * {@code at-least}, {@code more-than}, or {@code statement} when no number was given.
 */
public sealed interface Precision {

    record Exact() implements Precision {}

    /** @param decimals after the point; negative for tens, hundreds, … */
    record Rounded(int decimals) implements Precision {}

    /** @param decimals after the point; negative for tens, hundreds, … */
    record Truncated(int decimals) implements Precision {}

    record AtLeast() implements Precision {}

    record MoreThan() implements Precision {}

    record Statement() implements Precision {}

    Pattern CUT = Pattern.compile("(rounded|truncated):(0|-?[1-9]|-?1[0-2])");

    @JsonCreator
    static Precision of(String text) {
        Matcher cut = CUT.matcher(text);
        if (cut.matches()) {
            int decimals = Integer.parseInt(cut.group(2));
            return cut.group(1).equals("rounded") ? new Rounded(decimals) : new Truncated(decimals);
        }
        return switch (text) {
            case "exact" -> new Exact();
            case "at-least" -> new AtLeast();
            case "more-than" -> new MoreThan();
            case "statement" -> new Statement();
            default ->
                throw new InvalidQuantity("\"" + (text.length() <= 40 ? text : text.substring(0, 40) + "…")
                        + "\" is no precision; write exact, rounded:N, truncated:N, at-least, more-than or statement");
        };
    }

    @JsonValue
    default String text() {
        return switch (this) {
            case Exact _ -> "exact";
            case Rounded(int decimals) -> "rounded:" + decimals;
            case Truncated(int decimals) -> "truncated:" + decimals;
            case AtLeast _ -> "at-least";
            case MoreThan _ -> "more-than";
            case Statement _ -> "statement";
        };
    }
}
