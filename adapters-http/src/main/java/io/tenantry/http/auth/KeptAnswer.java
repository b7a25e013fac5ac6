package io.tenantry.http.auth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import io.tenantry.http.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What is kept of an answer, to give it again: all that the route said, and nothing of what every answer bears. The cookies of a session
 * are among it, for they go to who had them before, or who knows the token and password by which they were had.
 *
 * @param type null where there is no body
 * @param location null if there is none
 */
record KeptAnswer(int status, String type, String location, List<String> cookies, String body) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String LOCATION = "Location";
    private static final String COOKIES = "Set-Cookie";

    /** What the route has answered. */
    static KeptAnswer of(Context ctx) {
        byte[] body = body(ctx);
        ctx.result(body);
        return new KeptAnswer(
                ctx.statusCode(),
                ctx.res().getContentType(),
                ctx.res().getHeader(LOCATION),
                List.copyOf(ctx.res().getHeaders(COOKIES)),
                new String(body, StandardCharsets.UTF_8));
    }

    static KeptAnswer parse(String text) {
        try {
            return MAPPER.readValue(text, KeptAnswer.class);
        } catch (JsonProcessingException writtenByUs) {
            throw new UncheckedIOException(writtenByUs);
        }
    }

    String text() {
        return new String(Json.bytes(this), StandardCharsets.UTF_8);
    }

    void write(Context ctx) {
        ctx.status(status);
        if (type != null) {
            ctx.contentType(type).result(body);
        }
        if (location != null) {
            ctx.header(LOCATION, location);
        }
        cookies.forEach(cookie -> ctx.res().addHeader(COOKIES, cookie));
    }

    private static byte[] body(Context ctx) {
        try (InputStream result = ctx.resultInputStream()) {
            return result == null ? new byte[0] : result.readAllBytes();
        } catch (IOException fromMemory) {
            throw new UncheckedIOException(fromMemory);
        }
    }

    @Override
    public String toString() {
        return "KeptAnswer[status=" + status + "]";
    }
}
