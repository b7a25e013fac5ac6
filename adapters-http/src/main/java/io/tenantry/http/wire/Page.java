package io.tenantry.http.wire;

import io.javalin.http.Context;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.page.PageRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A part of a list: the page that {@code ?limit=} and {@code ?cursor=} ask for.
 *
 * @param nextCursor where the next page begins; null on the last
 */
public record Page<T>(List<T> items, String nextCursor) {
    private static final int USUAL = PageRequest.STANDARD_LIMIT;
    private static final Pattern CURSOR = Pattern.compile("(0|[1-9][0-9]{0,8}):([0-9a-z.-]{1,253})");

    public Page {
        items = List.copyOf(items);
    }

    /** The whole list, which is short, on a page of the usual size or, if it is longer, its beginning. */
    public static <T> Page<T> first(List<T> all, Function<T, String> id) {
        return from(all, id, 0, USUAL);
    }

    /**
     * The page that the request asks for. A cursor names the last item of the page before, and its place, from where it goes
     * on if the item is gone.
     *
     * @param all in the order in which it is listed
     * @param id of an item
     * @throws InvalidInput if limit or cursor is none
     */
    public static <T> Page<T> of(Context ctx, List<T> all, Function<T, String> id) {
        QueryFields query = QueryFields.of(ctx);
        int limit = Paging.limit(query);
        Optional<Matcher> cursor = query.read("cursor", Page::cursor, FieldProblem.MALFORMED);
        query.check();
        return from(all, id, cursor.map(after -> start(all, id, after)).orElse(0), limit);
    }

    private static <T> Page<T> from(List<T> all, Function<T, String> id, int start, int limit) {
        int end = Math.min(all.size(), start + limit);
        String next = end < all.size() ? cursor(end, id.apply(all.get(end - 1))) : null;
        return new Page<>(all.subList(Math.min(start, end), end), next);
    }

    private static <T> int start(List<T> all, Function<T, String> id, Matcher cursor) {
        return IntStream.range(0, all.size())
                .filter(at -> id.apply(all.get(at)).equals(cursor.group(2)))
                .map(at -> at + 1)
                .findFirst()
                .orElse(Math.min(all.size(), Integer.parseInt(cursor.group(1))));
    }

    private static String cursor(int place, String id) {
        byte[] text = (place + ":" + id).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    private static Optional<Matcher> cursor(String text) {
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            return Optional.of(CURSOR.matcher(decoded)).filter(Matcher::matches);
        } catch (IllegalArgumentException notBase64Url) {
            return Optional.empty();
        }
    }
}
