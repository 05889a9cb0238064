package org.nestledger.query.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an entry of a list must fulfil. A criterion without a value does not restrict. */
public final class Criteria {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

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

    Criteria with(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
        return this;
    }

    String sql() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    Map<String, Object> values() {
        return values;
    }

    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
