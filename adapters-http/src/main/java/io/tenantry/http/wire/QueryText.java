package io.tenantry.http.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Reads a parameter of a query string. */
public final class QueryText {
    private QueryText() {}

    /**
     * The parameter's value; empty if it is missing, given twice, or not decodable.
     *
     * @param query as it came; may be null
     */
    public static String of(String query, String name) {
        String prefix = name + "=";
        List<String> values = Arrays.stream(query == null ? new String[0] : query.split("&"))
                .filter(parameter -> parameter.startsWith(prefix))
                .toList();
        return values.size() == 1 ? decode(values.get(0).substring(prefix.length())) : "";
    }

    private static String decode(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return "";
        }
    }
}
