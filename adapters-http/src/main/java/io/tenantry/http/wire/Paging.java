package io.tenantry.http.wire;

import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.page.PageRequest;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** {@code ?limit=} and {@code ?cursor=}, where a list is read a page at a time, and the page in answer. */
public final class Paging {
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]?|100");

    private Paging() {}

    /** The page that a request asks for; what is wrong with it is told by {@link QueryFields#check}. */
    public static PageRequest asked(QueryFields query) {
        int limit = limit(query);
        return new PageRequest(query.read("cursor", CursorText::parse, FieldProblem.MALFORMED), limit);
    }

    /** A page as it is answered. */
    public static <T, R> Page<R> answer(io.tenantry.domain.page.Page<T> page, Function<? super T, ? extends R> json) {
        return new Page<>(
                page.<R>map(json).items(), page.next().map(CursorText::of).orElse(null));
    }

    static int limit(QueryFields query) {
        return query.read("limit", Paging::number, FieldProblem.NOT_ALLOWED).orElse(PageRequest.STANDARD_LIMIT);
    }

    private static Optional<Integer> number(String text) {
        return LIMIT.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
