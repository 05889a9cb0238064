package org.nestledger.query.page;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of the read models go. Tables are named with the schema {@code read}; the writer knows which schema is meant.
 */
public interface TableWriter {

    /**
     * Adds rows to a table, now or later.
     *
     * @param columns names, with a cast where the database needs one: {@code terms::jsonb}
     */
    void insert(String table, List<String> columns, List<@Nullable Object[]> rows);

    /** Replaces the current rows of these entities by what their entries amount to, now or when all entries are there. */
    void refold(Refold current, Collection<String> ids);

    /** Adds what was recorded from the first position to the last, both included, now or when all entries are there. */
    void sum(Sums sums, long first, long last);
}
