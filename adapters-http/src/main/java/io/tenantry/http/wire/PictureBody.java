package io.tenantry.http.wire;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Set;

/** A request's body that is a picture: 1 MiB at the most, as it came. */
public final class PictureBody {
    private static final Set<String> TYPES = Set.of("image/png", "image/jpeg");

    private PictureBody() {}

    /** @throws WireFailure 400, 408, 413, 415 if it is sent neither as PNG nor as JPEG, or 503 */
    public static byte[] read(Context ctx) {
        if (!TYPES.contains(type(ctx)) || ctx.header("Content-Encoding") != null) {
            throw WireFailure.noPicture();
        }
        return BodyReader.hasBody(ctx.req()) ? BodyReader.read(ctx, BodyLimit.PICTURE) : new byte[0];
    }

    /** The media type that the body is said to have. */
    public static String type(Context ctx) {
        String type = ctx.header("Content-Type");
        return type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
    }
}
