package io.tenantry.http.wire;

import io.javalin.http.Context;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidInput;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The parameters of a query string, read one by one. As with {@link Fields}, what is wrong is collected: read all, then {@link
 * #check}. One that cannot be used reads as empty; one that stands twice, or cannot be decoded, cannot be used.
 */
public final class QueryFields {
    private static final Pattern BETWEEN = Pattern.compile("&");

    private final List<String> parameters;
    private final Map<String, FieldProblem> problems = new LinkedHashMap<>();

    private QueryFields(List<String> parameters) {
        this.parameters = parameters;
    }

    public static QueryFields of(Context ctx) {
        String query = ctx.queryString();
        return new QueryFields(query == null ? List.of() : List.of(BETWEEN.split(query)));
    }

    /**
     * What a parameter says, if it is there.
     *
     * @param read empty for what cannot be used
     * @param otherwise what is wrong with that
     */
    public <T> Optional<T> read(String name, Function<String, Optional<T>> read, FieldProblem otherwise) {
        return text(name).flatMap(text -> usable(name, read.apply(text), otherwise));
    }

    /** The same, where an empty one is as good as none: by which a form leaves a filter open. */
    public <T> Optional<T> filter(String name, Function<String, Optional<T>> read, FieldProblem otherwise) {
        return text(name).filter(text -> !text.isEmpty()).flatMap(text -> usable(name, read.apply(text), otherwise));
    }

    /** @throws InvalidInput if anything was wrong so far */
    public void check() {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private <T> Optional<T> usable(String name, Optional<T> value, FieldProblem otherwise) {
        if (value.isEmpty()) {
            problems.putIfAbsent(name, otherwise);
        }
        return value;
    }

    private Optional<String> text(String name) {
        List<String> values = parameters.stream()
                .filter(parameter -> parameter.equals(name) || parameter.startsWith(name + "="))
                .toList();
        if (values.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> only = values.size() == 1 ? decoded(values.get(0), name) : Optional.empty();
        return usable(name, only, FieldProblem.MALFORMED);
    }

    private static Optional<String> decoded(String parameter, String name) {
        String value = parameter.substring(Math.min(parameter.length(), name.length() + 1));
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException brokenEscape) {
            return Optional.empty();
        }
    }
}
