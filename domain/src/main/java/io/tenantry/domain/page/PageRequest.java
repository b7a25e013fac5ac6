package io.tenantry.domain.page;

import java.util.Optional;

/**
 * Which part of a list is wanted.
 *
 * @param after the last row of the page before; empty for the first page
 * @param limit how many rows at most, 1 to {@value #MAX_LIMIT}
 */
public record PageRequest(Optional<Cursor> after, int limit) {

    public static final int MAX_LIMIT = 100;

    public static final int STANDARD_LIMIT = 25;

    /** The first page of the usual length. */
    public static final PageRequest FIRST = new PageRequest(Optional.empty(), STANDARD_LIMIT);

    /** @throws IllegalArgumentException if the limit is out of its range */
    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("a page has 1 to " + MAX_LIMIT + " rows");
        }
    }
}
