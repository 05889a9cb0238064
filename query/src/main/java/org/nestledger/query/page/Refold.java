package org.nestledger.query.page;

import java.util.Collection;

/**
 * Current rows, which are what the entries of each entity amount to. Folding each touched entity again from its standing
 * entries needs no rule of its own for reversals.
 *
 * @param table the current table, whose function {@code table_at} gives the same columns
 * @param id the column that names the entity
 */
public record Refold(String table, String id) implements Derived {

    @Override
    public String rows() {
        return "select * from " + table + "_at('infinity', 9223372036854775807) f";
    }

    public void run(Collection<String> ids, TableWriter out) {
        if (!ids.isEmpty()) {
            out.refold(this, ids);
        }
    }
}
