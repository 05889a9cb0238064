package org.nestledger.query.page;

import java.util.Collection;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Replaces the current rows of some entities by what their entries amount to. Folding each touched entity again from its
 * standing entries needs no rule of its own for reversals.
 */
public final class Refold {

    private final String delete;
    private final String insert;

    /** @param table the current table, whose function {@code table_at} gives the same columns */
    public Refold(String table, String id) {
        this.delete = "delete from " + table + " where " + id + " = any(?)";
        this.insert = "insert into " + table + " select * from " + table
                + "_at('infinity', 9223372036854775807) f where f." + id + " = any(?)";
    }

    public void run(Collection<String> ids, JdbcOperations database) {
        if (!ids.isEmpty()) {
            Object touched = ids.toArray(String[]::new);
            database.update(delete, touched);
            database.update(insert, touched);
        }
    }
}
