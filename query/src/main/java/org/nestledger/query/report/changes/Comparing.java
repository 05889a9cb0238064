package org.nestledger.query.report.changes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.report.FigureTable;
import org.nestledger.query.report.FigureTable.Row;
import org.nestledger.query.report.FigureValue;

/** Holds a table of figures against those of the period before and of the year before. */
final class Comparing {

    private final FigureTable now;
    private final Map<Same, Row> before;
    private final Map<Same, Row> yearBefore;

    /** What tells which figures of two periods are the same one. */
    private record Same(List<String> key, String unit) {

        static Same of(Row row) {
            return new Same(row.same(), row.quantity().unit());
        }
    }

    private Comparing(FigureTable now, FigureTable before, FigureTable yearBefore) {
        this.now = now;
        this.before = bySame(before);
        this.yearBefore = bySame(yearBefore);
    }

    /**
     * The figures of this period in their order, then those that only the earlier ones have: zero when it is a sum, otherwise
     * without a value.
     */
    static List<Change> of(FigureTable now, FigureTable before, FigureTable yearBefore) {
        return new Comparing(now, before, yearBefore).changes();
    }

    private List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (Row row : now.rows()) {
            changes.add(change(Same.of(row), row.key(), row));
        }
        Set<Same> gone = new LinkedHashSet<>(before.keySet());
        gone.addAll(yearBefore.keySet());
        gone.removeAll(bySame(now).keySet());
        for (Same same : gone) {
            Row then = Objects.requireNonNull(before.containsKey(same) ? before.get(same) : yearBefore.get(same));
            changes.add(change(same, now.keyOf(then), then.sum() ? nothing(then) : null));
        }
        return changes;
    }

    private Change change(Same same, List<String> key, @Nullable Row row) {
        return new Change(
                now.name(),
                named(key),
                row == null ? null : row.quantity().value(),
                same.unit(),
                row == null ? null : row.ratio(),
                earlier(before, same, row),
                earlier(yearBefore, same, row));
    }

    private static @Nullable Earlier earlier(Map<Same, Row> earlier, Same same, @Nullable Row row) {
        Row then = earlier.get(same);
        if (then == null && row != null && row.sum()) {
            then = nothing(row);
        }
        return then == null
                ? null
                : Earlier.of(
                        FigureValue.of(then.quantity(), then.ratio()),
                        row == null ? null : FigureValue.of(row.quantity(), row.ratio()));
    }

    private static Row nothing(Row like) {
        Quantity zero = Quantity.of(BigDecimal.ZERO, like.quantity().unit());
        return new Row(like.key(), like.same(), zero, null, true);
    }

    private Map<String, String> named(List<String> key) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < key.size(); i++) {
            named.put(now.keys().get(i), key.get(i));
        }
        return named;
    }

    private static Map<Same, Row> bySame(FigureTable table) {
        Map<Same, Row> rows = new LinkedHashMap<>();
        table.rows().forEach(row -> rows.putIfAbsent(Same.of(row), row));
        return rows;
    }
}
