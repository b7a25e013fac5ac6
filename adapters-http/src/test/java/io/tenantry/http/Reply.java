package io.tenantry.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a server answered. Headers are found by their names in any case.
 *
 * @param octets the body, a character for each byte
 */
public record Reply(int status, Map<String, List<String>> headers, String octets) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public Reply {
        Map<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    static Reply of(int status, Map<String, List<String>> headers, byte[] body) {
        return new Reply(status, headers, new String(body, StandardCharsets.ISO_8859_1));
    }

    public byte[] bytes() {
        return octets.getBytes(StandardCharsets.ISO_8859_1);
    }

    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        try {
            return MAPPER.readTree(text());
        } catch (JsonProcessingException noJson) {
            throw new UncheckedIOException(text(), noJson);
        }
    }

    /** The text at a JSON pointer. */
    public String at(String pointer) {
        return json().requiredAt(pointer).asText();
    }

    public Optional<String> header(String name) {
        return all(name).stream().findFirst();
    }

    public List<String> all(String name) {
        return headers.getOrDefault(name, List.of());
    }

    /** The value of a cookie that the answer sets. */
    public Optional<String> cookie(String name) {
        return all("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1, cookie.indexOf(';')))
                .findFirst();
    }
}
