package org.nestledger.query.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a sorted list.
 *
 * @param next what to ask for to get what follows; absent on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * What a query found of which no more than so many were asked for.
     *
     * @param cursor what to ask for to get what follows an item
     */
    public static <T> Page<T> upTo(int limit, List<T> found, Function<T, String> cursor) {
        return new Page<>(found, found.size() < limit ? null : cursor.apply(found.getLast()));
    }
}
