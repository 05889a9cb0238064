package org.nestledger.query.page;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The two dates that everything is looked at with.
 *
 * @param asOf nothing dated later counts
 * @param knownAt nothing recorded later counts
 */
public record Dates(LocalDate asOf, long knownAt) {

    private static final LocalDate ANY_DAY = LocalDate.of(9999, 12, 31);
    private static final Pattern TABLE = Pattern.compile("\\{(\\w+)}");

    /** All that the read models hold. */
    public static final Dates NOW = new Dates(ANY_DAY, Long.MAX_VALUE);

    /** @param asOf any day when absent */
    public static Dates of(@Nullable LocalDate asOf, long knownAt) {
        return new Dates(asOf == null ? ANY_DAY : asOf, knownAt);
    }

    /**
     * A statement in which each {@code {table}} is what stood then: the table of that name, which is kept up for all that
     * is known, or the function behind it, which folds the entries that the two dates admit.
     */
    public String in(String statement) {
        String rows = equals(NOW) ? "read.$1" : "read.$1_at(:asOf, :knownAt)";
        Matcher tables = TABLE.matcher(statement);
        return tables.replaceAll(rows);
    }

    /** The parameters {@code asOf} and {@code knownAt} of a statement. */
    public Map<String, Object> parameters() {
        return Map.of("asOf", asOf, "knownAt", knownAt);
    }
}
