package org.nestledger.query.projection;

/**
 * One row that the read models have otherwise than those that were folded from the log anew.
 *
 * @param table with its schema, as {@code read.movement}
 * @param key the values of the row's key, joined by commas; empty when the whole table is meant
 * @param what in one line
 */
public record Difference(String table, String key, String what) {

    @Override
    public String toString() {
        return table + (key.isEmpty() ? "" : " (" + key + ")") + ": " + what;
    }
}
