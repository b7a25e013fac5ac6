package io.tenantry.http.wire;

import io.javalin.http.Context;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidInput;
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
    private static final int USUAL = 25;
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]?|100");
    private static final Pattern CURSOR = Pattern.compile("(0|[1-9][0-9]{0,8}):([0-9a-f-]{1,36})");

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
        int limit = parameter(ctx, "limit", LIMIT, FieldProblem.NOT_ALLOWED)
                .map(matcher -> Integer.parseInt(matcher.group()))
                .orElse(USUAL);
        int start = cursor(ctx).map(after -> start(all, id, after)).orElse(0);
        return from(all, id, start, limit);
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

    private static Optional<Matcher> cursor(Context ctx) {
        try {
            return Optional.ofNullable(ctx.queryParam("cursor"))
                    .map(text -> new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8))
                    .map(CURSOR::matcher)
                    .map(matcher -> matched(matcher, "cursor", FieldProblem.MALFORMED));
        } catch (IllegalArgumentException notBase64Url) {
            throw new InvalidInput("cursor", FieldProblem.MALFORMED);
        }
    }

    private static Optional<Matcher> parameter(Context ctx, String name, Pattern form, FieldProblem otherwise) {
        return Optional.ofNullable(ctx.queryParam(name)).map(text -> matched(form.matcher(text), name, otherwise));
    }

    private static Matcher matched(Matcher matcher, String name, FieldProblem otherwise) {
        if (!matcher.matches()) {
            throw new InvalidInput(name, otherwise);
        }
        return matcher;
    }
}
