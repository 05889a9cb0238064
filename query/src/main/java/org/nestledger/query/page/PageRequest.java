package org.nestledger.query.page;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list, in which order. Entries with equal keys are ordered by id, so every order is total.
 *
 * @param limit entries at most, 1 to {@value #MAX_LIMIT}
 * @param after the {@link Page#next} of the page before; the first page when absent
 * @param sort a documented field of the list, with a minus sign before it for descending; {@code id} when absent
 */
public record PageRequest(
        int limit, @Nullable String after, @Nullable String sort) {

    public static final int MAX_LIMIT = 1_000;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidPageRequest("limit is a number from 1 to " + MAX_LIMIT + ", not " + limit);
        }
    }

    public static PageRequest first(int limit) {
        return new PageRequest(limit, null, null);
    }

    /** The same list in the same order, after this cursor. */
    public PageRequest after(@Nullable String cursor) {
        return new PageRequest(limit, cursor, sort);
    }

    public PageRequest sortedBy(String field) {
        return new PageRequest(limit, after, field);
    }
}
