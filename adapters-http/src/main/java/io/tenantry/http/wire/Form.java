package io.tenantry.http.wire;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A body of {@code application/x-www-form-urlencoded}, read strictly: no name twice, nothing that cannot be decoded. */
public final class Form {
    private static final Pattern TYPE = Pattern.compile(
            "application/x-www-form-urlencoded[ \t]*+(;[ \t]*+charset[ \t]*+=[ \t]*+\"?utf-?8\"?[ \t]*+)?;?",
            Pattern.CASE_INSENSITIVE);

    private final Map<String, String> values;

    private Form(Map<String, String> values) {
        this.values = values;
    }

    /** @throws WireFailure 400 if it is none, 408, 413, 415 or 503 */
    public static Form read(Context ctx) {
        String type = ctx.header("Content-Type");
        if (type == null || !TYPE.matcher(type.strip()).matches()) {
            throw WireFailure.badRequest("Content-Type must be application/x-www-form-urlencoded");
        }
        if (ctx.header("Content-Encoding") != null) {
            throw new WireFailure(415, "unsupported_media_type", "The body must not be encoded");
        }
        return parse(FormText.ascii(BodyReader.read(ctx, BodyLimit.JSON)));
    }

    /** What a parameter says; empty also if it says nothing (RFC 6749, section 3.2). */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    private static Form parse(String body) {
        Map<String, String> values = new HashMap<>();
        for (String parameter : body.split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = FormText.decode(equals < 0 ? parameter : parameter.substring(0, equals));
            String value = equals < 0 ? "" : FormText.decode(parameter.substring(equals + 1));
            if (!name.isEmpty() && values.put(name, value) != null) {
                throw WireFailure.badRequest("A parameter stands twice");
            }
        }
        return new Form(values);
    }
}
