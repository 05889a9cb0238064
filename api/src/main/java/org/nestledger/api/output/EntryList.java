package org.nestledger.api.output;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
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

    /** The first entries by id, in pages: each is asked for when the one before has been dealt with, so that one is held at a time. */
    public Iterable<List<T>> pages(LedgerQueries queries, @Nullable String zone, @Nullable String text, int limit) {
        return () -> new Pages(queries, zone, text, limit);
    }

    private final class Pages implements Iterator<List<T>> {

        private final LedgerQueries queries;
        private final @Nullable String zone;
        private final @Nullable String text;
        private int left;
        private boolean begun;
        private @Nullable String cursor;

        private Pages(LedgerQueries queries, @Nullable String zone, @Nullable String text, int limit) {
            this.queries = queries;
            this.zone = zone;
            this.text = text;
            this.left = limit;
        }

        @Override
        public boolean hasNext() {
            return left > 0 && (!begun || cursor != null);
        }

        @Override
        public List<T> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int wanted = Math.min(left, PageRequest.MAX_LIMIT);
            Page<T> page = source.page(queries, zone, text, new PageRequest(wanted, cursor, null));
            begun = true;
            left -= page.items().size();
            cursor = page.next();
            return page.items();
        }
    }
}
