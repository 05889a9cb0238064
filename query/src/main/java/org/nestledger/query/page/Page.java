package org.nestledger.query.page;

import java.util.List;
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
}
