package io.tenantry.domain.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param next where the next part begins; empty if this was the last
 */
public record Page<T>(List<T> items, Optional<Cursor> next) {

    public Page {
        items = List.copyOf(items);
    }

    /** @param found one row more than asked for, if there is one: it tells that there is a next page */
    public static <T> Page<T> of(List<T> found, PageRequest request, Function<T, Cursor> place) {
        if (found.size() <= request.limit()) {
            return new Page<>(found, Optional.empty());
        }
        List<T> shown = found.subList(0, request.limit());
        return new Page<>(shown, Optional.of(place.apply(shown.get(shown.size() - 1))));
    }

    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), next);
    }
}
