package org.nestledger.query.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an entry of a list must fulfil. A criterion without a value does not restrict. */
public final class Criteria {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private final List<String> implied = new ArrayList<>();
    private final Map<String, Object> found = new HashMap<>();

    public static Criteria none() {
        return new Criteria();
    }

    /** The column has this value. */
    public Criteria equal(String column, @Nullable Object value) {
        return value == null ? this : with("q." + column + " = :" + column, column, value);
    }

    /** The column names this zone or one of its descendants. */
    public Criteria within(@Nullable String zone) {
        return zone == null
                ? this
                : with("q.zone in (select zone from read.zone_ancestor where ancestor = :within)", "within", zone);
    }

    /** The column names a project that this enterprise is behind. */
    public Criteria ofEnterprise(@Nullable String enterprise) {
        return enterprise == null
                ? this
                : with(
                        "q.project in (select project from {project} j where j.enterprise = :behind)",
                        "behind",
                        enterprise);
    }

    /** The list in the column has this value in it. */
    public Criteria listing(String column, @Nullable Object value) {
        return value == null ? this : with(":" + column + " = any(q." + column + ")", column, value);
    }

    /** The column has a value, or none. */
    public Criteria present(String column, @Nullable Boolean present) {
        return present == null
                ? this
                : with("(q." + column + " is not null) = :has_" + column, "has_" + column, present);
    }

    /**
     * The day in the column is one of a period, of which either end may be open.
     *
     * @throws InvalidPageRequest when the last day is before the first
     */
    public Criteria between(String column, @Nullable LocalDate first, @Nullable LocalDate last) {
        if (first != null && last != null && first.isAfter(last)) {
            throw new InvalidPageRequest(
                    "the first day, " + first + ", is after the last, " + last + "; exchange them");
        }
        if (first != null) {
            with("q." + column + " >= :first", "first", first);
        }
        return last == null ? this : with("q." + column + " <= :last", "last", last);
    }

    /** Something was due before this day, and was not done by its end. */
    public Criteria late(String dueOn, String doneOn, @Nullable LocalDate day) {
        return day == null
                ? this
                : with("q." + dueOn + " < :late and coalesce(q." + doneOn + ", 'infinity') > :late", "late", day);
    }

    /** One of the columns contains the text, in any case. */
    public Criteria containing(@Nullable String text, String... columns) {
        if (text == null || text.isBlank()) {
            return this;
        }
        List<String> each = new ArrayList<>();
        for (String column : columns) {
            each.add("q." + column + " ilike :text");
        }
        return with("(" + String.join(" or ", each) + ")", "text", "%" + literal(text) + "%");
    }

    /**
     * What a criterion of this value comes to at this moment, by what was found out about it. A cursor belongs to the value: what
     * it comes to may be something else when the next page is read.
     *
     * @param value absent when there is no criterion but those that are stated already
     */
    public Criteria comingTo(String name, @Nullable Object value, String condition, Map<String, ?> what) {
        if (value != null) {
            values.put(name, value);
        }
        implied.add(condition);
        found.putAll(what);
        return this;
    }

    Criteria with(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
        return this;
    }

    /** What an entry must fulfil, as it is asked for. */
    String stated() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    /** The values that are asked for, by name. */
    Map<String, Object> values() {
        return values;
    }

    String sql() {
        return implied.isEmpty() ? stated() : stated() + " and " + String.join(" and ", implied);
    }

    /** The values of all that is in the statement. */
    Map<String, Object> parameters() {
        Map<String, Object> all = new HashMap<>(values);
        all.putAll(found);
        return all;
    }

    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
