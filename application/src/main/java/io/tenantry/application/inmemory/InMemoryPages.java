package io.tenantry.application.inmemory;

import io.tenantry.domain.page.Cursor;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Pages of rows in memory, in the order of a cursor. */
final class InMemoryPages {

    private static final Comparator<Cursor> ORDER =
            Comparator.comparing(Cursor::at).thenComparing(Cursor::id);

    private InMemoryPages() {}

    static <T> Page<T> ascending(Stream<T> rows, PageRequest request, Function<T, Cursor> place) {
        return page(rows, request, place, ORDER);
    }

    static <T> Page<T> descending(Stream<T> rows, PageRequest request, Function<T, Cursor> place) {
        return page(rows, request, place, ORDER.reversed());
    }

    private static <T> Page<T> page(
            Stream<T> rows, PageRequest request, Function<T, Cursor> place, Comparator<Cursor> order) {
        List<T> found = rows.filter(row -> request.after()
                        .filter(after -> order.compare(place.apply(row), after) <= 0)
                        .isEmpty())
                .sorted(Comparator.comparing(place, order))
                .limit(request.limit() + 1L)
                .toList();
        return Page.of(found, request, place);
    }
}
