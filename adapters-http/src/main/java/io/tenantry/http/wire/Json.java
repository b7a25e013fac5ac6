package io.tenantry.http.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes answers. */
public final class Json {
    public static final String TYPE = "application/json; charset=utf-8";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Json() {}

    /** Answers with a body: a record, a map, or what Jackson knows beside. */
    public static void answer(Context ctx, int status, Object body) {
        answer(ctx, status, TYPE, body);
    }

    /** ISO-8601, UTC, always three digits of a second. */
    public static String time(Instant instant) {
        return TIME.format(instant);
    }

    static void answer(Context ctx, int status, String type, Object body) {
        ctx.status(status).contentType(type).result(bytes(body));
    }

    public static byte[] bytes(Object body) {
        try {
            return MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException ownAnswerCannotBeWritten) {
            throw new UncheckedIOException(ownAnswerCannotBeWritten);
        }
    }
}
