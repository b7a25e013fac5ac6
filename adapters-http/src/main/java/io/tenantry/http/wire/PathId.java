package io.tenantry.http.wire;

import io.javalin.http.Context;
import io.tenantry.domain.failure.NotFound;
import java.util.UUID;

/** The id of something in a path. */
public final class PathId {
    private PathId() {}

    /** @throws NotFound if it is no UUID: nothing has such an id */
    public static UUID of(Context ctx, String name) {
        String text = ctx.pathParam(name);
        if (!Fields.isUuid(text)) {
            throw new NotFound();
        }
        return UUID.fromString(text);
    }
}
