package org.nestledger.query.page;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nestledger.core.log.RecordedEvent;

/**
 * Rows with the sums of others. What was recorded later is added to them, so that it does not matter how much they sum.
 * Among their columns are {@code amount}, {@code first_position} and {@code last_position}.
 *
 * @param table the table, whose functions {@code table_of}, for many events, and {@code table_added}, for a page, give the same
 *     columns of what was recorded from one position to another
 * @param key the columns that they are summed by, its primary key
 * @param extremes what else they have the first and the last of: {@code day} for {@code first_day} and {@code last_day}
 */
public record Sums(String table, List<String> key, List<String> extremes) implements Derived {

    public Sums {
        key = List.copyOf(key);
        extremes = List.copyOf(extremes);
    }

    public Sums(String table, List<String> key) {
        this(table, key, List.of());
    }

    /** In the order of their key, in which they are mostly read. */
    @Override
    public String rows() {
        return "select * from " + table + "_of(0, 9223372036854775807) order by " + String.join(", ", key);
    }

    /** A statement that adds what was recorded from one position to another, its two parameters. */
    public String add() {
        return "insert into " + table + " as kept select * from " + table + "_added(?, ?) on conflict ("
                + String.join(", ", key)
                + ") do update set amount = kept.amount + excluded.amount, "
                + Stream.concat(extremes.stream(), Stream.of("position"))
                        .map(Sums::extended)
                        .collect(Collectors.joining(", "));
    }

    private static String extended(String extreme) {
        return "first_%1$s = least(kept.first_%1$s, excluded.first_%1$s), last_%1$s = greatest(kept.last_%1$s, excluded.last_%1$s)"
                .formatted(extreme);
    }

    /** Adds what the events of a page gave, after the rows that are summed. */
    public void add(List<RecordedEvent> page, TableWriter out) {
        if (!page.isEmpty()) {
            out.sum(this, page.getFirst().position(), page.getLast().position());
        }
    }
}
