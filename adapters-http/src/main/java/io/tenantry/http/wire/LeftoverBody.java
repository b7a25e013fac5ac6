package io.tenantry.http.wire;

import io.javalin.http.Context;

/** What is done with a body that no route wanted to the end. */
public final class LeftoverBody {
    private static final String ABANDONED = "io.tenantry.http.body-abandoned";

    private LeftoverBody() {}

    /** Reads the rest, so that the client sees the answer; of one too large the connection is closed behind the answer. */
    public static void discard(Context ctx) {
        boolean notWaitedFor = ctx.statusCode() == 408 || ctx.attribute(ABANDONED) != null;
        if (notWaitedFor || !BodyReader.discard(ctx.req())) {
            ctx.header("Connection", "close");
        }
    }

    /** Nothing more is read of the body: who was too slow once, or found no place to wait in, is not waited for again. */
    static void abandon(Context ctx) {
        ctx.attribute(ABANDONED, true);
    }
}
