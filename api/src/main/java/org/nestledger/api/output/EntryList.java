package org.nestledger.api.output;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;

/**
 * A list that can be printed: where its entries come from, and what is shown of each.
 *
 * @param type of its entries, by which the list is found
 * @param searched whether its entries have text to search
 */
public record EntryList<T>(Class<T> type, boolean searched, Source<T> source, List<ListColumn<T>> columns) {

    public interface Source<T> {

        /**
         * @param zone this zone and its descendants; all when absent
         * @param text what an entry contains; any when absent
         */
        Page<T> page(LedgerQueries queries, @Nullable String zone, @Nullable String text, PageRequest page);
    }

    /** The first entries by id, page by page. */
    public List<T> entries(LedgerQueries queries, @Nullable String zone, @Nullable String text, int limit) {
        List<T> entries = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            int wanted = Math.min(limit - entries.size(), PageRequest.MAX_LIMIT);
            Page<T> page = source.page(queries, zone, text, new PageRequest(wanted, cursor, null));
            entries.addAll(page.items());
            cursor = page.next();
        } while (cursor != null && entries.size() < limit);
        return entries;
    }
}
