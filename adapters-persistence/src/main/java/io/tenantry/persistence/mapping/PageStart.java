package io.tenantry.persistence.mapping;

import io.tenantry.domain.page.Cursor;
import io.tenantry.domain.page.PageRequest;
import java.time.Instant;
import java.util.UUID;

/**
 * What a statement needs to read a page: the row's time and id after which it begins, and how many rows to read. The first page
 * begins where no row can be.
 *
 * @param rows one more than are shown: it tells whether there is a next page
 */
public record PageStart(Instant at, UUID id, int rows) {

    private static final Cursor BEFORE_ALL = new Cursor(Instant.MIN, new UUID(0, 0));
    private static final Cursor AFTER_ALL = new Cursor(Instant.MAX, new UUID(-1, -1));

    /** Of a list that begins with the oldest. */
    public static PageStart ascending(PageRequest request) {
        return of(request, BEFORE_ALL);
    }

    /** Of a list that begins with the newest. */
    public static PageStart descending(PageRequest request) {
        return of(request, AFTER_ALL);
    }

    private static PageStart of(PageRequest request, Cursor beginning) {
        Cursor after = request.after().orElse(beginning);
        return new PageStart(after.at(), after.id(), request.limit() + 1);
    }
}
