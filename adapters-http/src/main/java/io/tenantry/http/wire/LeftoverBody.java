package io.tenantry.http.wire;

import io.javalin.http.Context;

/** What is done with a body that no route wanted to the end. */
public final class LeftoverBody {
    private LeftoverBody() {}

    /** Reads the rest, so that the client sees the answer; of one too large the connection is closed behind the answer. */
    public static void discard(Context ctx) {
        // Who was too slow once is not waited for again.
        boolean tooSlow = ctx.statusCode() == 408;
        if (tooSlow || !BodyReader.discard(ctx.req())) {
            ctx.header("Connection", "close");
        }
    }
}
