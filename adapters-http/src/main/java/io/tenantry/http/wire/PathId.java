package io.tenantry.http.wire;

import io.javalin.http.Context;
import io.tenantry.domain.failure.NotFound;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id of something in a path. */
public final class PathId {
    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private PathId() {}

    /** @throws NotFound if it is no UUID: nothing has such an id */
    public static UUID of(Context ctx, String name) {
        String text = ctx.pathParam(name);
        if (!FORM.matcher(text).matches()) {
            throw new NotFound();
        }
        return UUID.fromString(text);
    }
}
