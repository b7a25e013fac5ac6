package io.tenantry.http.auth;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.idempotency.IdempotencyKey;
import io.tenantry.domain.idempotency.MakeOnce;
import io.tenantry.domain.idempotency.MakeOnce.Right;
import io.tenantry.http.wire.Caller;
import io.tenantry.http.wire.JsonBody;
import io.tenantry.http.wire.WireFailure;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes what a route makes once, however often its request comes under one {@code Idempotency-Key}
 * (draft-ietf-httpapi-idempotency-key-header). Without one it just calls the route.
 */
public final class OnceOnly {
    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private final MakeOnce makeOnce;
    private final Caller caller;

    public OnceOnly(MakeOnce makeOnce, Caller caller) {
        this.makeOnce = makeOnce;
        this.caller = caller;
    }

    /**
     * A route that makes something.
     *
     * @param first done at each request, also at one that is answered as an earlier one was; it makes nothing
     * @param right what who calls must still have to be answered again
     * @param make answers, or throws; what it answers is kept
     */
    Making making(Consumer<Context> first, Optional<Function<Context, Right>> right, Consumer<Context> make) {
        return new Making(this, first, right, make);
    }

    /** As a type, so that a test can tell these routes from others. */
    record Making(
            OnceOnly once, Consumer<Context> first, Optional<Function<Context, Right>> right, Consumer<Context> make)
            implements Handler {
        @Override
        public void handle(Context ctx) {
            first.accept(ctx);
            key(ctx).ifPresentOrElse(known -> once.answer(ctx, known, this), () -> make.accept(ctx));
        }
    }

    /** What is no JSON is refused before anything is noted of it. */
    private void answer(Context ctx, IdempotencyKey key, Making route) {
        JsonBody.read(ctx);
        MakeOnce.Command command = new MakeOnce.Command(
                Authentication.known(ctx),
                operation(ctx),
                key,
                TokenDigest.ofBytes(JsonBody.bytes(ctx)),
                route.right().map(of -> of.apply(ctx)),
                caller.device(ctx.req()));
        MakeOnce.Answer answer = makeOnce.make(command, () -> {
            route.make().accept(ctx);
            return KeptAnswer.of(ctx).text();
        });
        if (answer.repeated()) {
            KeptAnswer.parse(answer.text()).write(ctx);
            ctx.header(REPLAYED, "true");
        }
    }

    /** With the path as it came: who repeats a request does so at the same one. A slash at its end does not matter. */
    private static String operation(Context ctx) {
        return ctx.req().getMethod() + " " + ctx.path().replaceFirst("/$", "");
    }

    private static Optional<IdempotencyKey> key(Context ctx) {
        List<String> values = Collections.list(ctx.req().getHeaders(HEADER));
        if (values.isEmpty()) {
            return Optional.empty();
        }
        Optional<IdempotencyKey> key = IdempotencyKey.parse(values.get(0));
        if (values.size() > 1 || key.isEmpty()) {
            throw WireFailure.badRequest("Idempotency-Key must be one of 1 to 255 visible ASCII characters");
        }
        return key;
    }
}
