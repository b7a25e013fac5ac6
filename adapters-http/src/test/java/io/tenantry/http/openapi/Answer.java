package io.tenantry.http.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a server answered, ready to be looked at.
 *
 * @param headers by name, in any case
 * @param contentType as in the header, or null
 * @param body empty if there is none
 */
record Answer(
        String method, String path, int status, Map<String, List<String>> headers, String contentType, String body) {

    Answer {
        method = method.toUpperCase(Locale.ROOT);
        path = path.replaceFirst("[?#].*$", "");
        Map<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    /** The content type without its parameters, in lower case. */
    String mediaType() {
        return contentType == null
                ? ""
                : contentType.replaceFirst(";.*$", "").strip().toLowerCase(Locale.ROOT);
    }

    /** Of pictures but drawings, the bytes are no text. */
    boolean isText() {
        return !mediaType().startsWith("image/") || mediaType().endsWith("+xml");
    }

    boolean isUtf8() {
        return contentType != null
                && contentType.toLowerCase(Locale.ROOT).matches(".*;\\s*charset=\"?utf-8\"?\\s*(;.*)?");
    }

    boolean isEmpty() {
        return body.isEmpty();
    }

    List<String> header(String name) {
        return headers.getOrDefault(name, List.of());
    }

    @Override
    public String toString() {
        return method + " " + path + " → " + status + " " + contentType + "\n" + body;
    }
}
