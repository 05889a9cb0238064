package org.nestledger.query.page;

import java.util.List;
import org.nestledger.core.log.RecordedEvent;

/**
 * Rows with the sums of others. What was recorded later is added to them, so that it does not matter how much they sum.
 * Their last columns are {@code amount}, {@code first_position} and {@code last_position}.
 *
 * @param table the table, whose function {@code table_of} gives the same columns of what was recorded from one position to another
 * @param key the columns that they are summed by, its primary key
 */
public record Sums(String table, List<String> key) implements Derived {

    public Sums {
        key = List.copyOf(key);
    }

    /** In the order of their key, in which they are mostly read. */
    @Override
    public String rows() {
        return "select * from " + table + "_of(0, 9223372036854775807) order by " + String.join(", ", key);
    }

    /** A statement that adds what was recorded from one position to another, its two parameters. */
    public String add() {
        return "insert into " + table + " as kept select * from " + table + "_of(?, ?) on conflict ("
                + String.join(", ", key)
                + ") do update set amount = kept.amount + excluded.amount,"
                + " first_position = least(kept.first_position, excluded.first_position),"
                + " last_position = greatest(kept.last_position, excluded.last_position)";
    }

    /** Adds what the events of a page gave, after the rows that are summed. */
    public void add(List<RecordedEvent> page, TableWriter out) {
        if (!page.isEmpty()) {
            out.sum(this, page.getFirst().position(), page.getLast().position());
        }
    }
}
