package io.tenantry.http.wire;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.tenantry.http.wire.ErrorShape.ErrorAnswer;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Turns whatever a route throws into an answer in the words of the contract whose path it is. */
public final class ErrorAnswers {
    /** The attribute of a request by which a contract has claimed it. */
    static final String CLAIMED = "io.tenantry.http.shape";

    private static final String ANSWERED = "io.tenantry.http.answered";

    private final Function<String, ErrorShape> shapes;
    private final BiConsumer<Context, Refusal> witness;

    /**
     * @param shapes the shape of errors by the path, as it came
     * @param witness sees each before it is answered; it must throw nothing
     */
    public ErrorAnswers(Function<String, ErrorShape> shapes, BiConsumer<Context, Refusal> witness) {
        this.shapes = shapes;
        this.witness = witness;
    }

    public void mount(JavalinConfig config) {
        config.routes.exception(Exception.class, (thrown, ctx) -> answer(ctx, thrown));
        config.routes.exception(HttpResponseException.class, (thrown, ctx) -> answer(ctx, ofJavalin(thrown)));
        // Javalin hands a java.lang.Error to a handler without the request, and then calls what is mapped to the
        // status.
        config.router.javaLangErrorHandler((response, error) ->
                FaultLog.write(Refusal.of(error), String.valueOf(response.getHeader(RequestId.HEADER)), "-", error));
        config.routes.error(500, this::answerUnlessAnswered);
        config.routes.error(408, this::answerUnlessAnswered);
    }

    private void answer(Context ctx, Throwable thrown) {
        Refusal refusal = Refusal.of(thrown);
        FaultLog.write(refusal, reference(ctx), ctx.endpoint().path, thrown);
        witness.accept(ctx, refusal);
        write(ctx, refusal);
    }

    private void answerUnlessAnswered(Context ctx) {
        if (ctx.attribute(ANSWERED) == null) {
            int status = ctx.statusCode();
            write(ctx, Refusal.of(status == 500 ? new IllegalStateException() : WireFailure.ofStatus(status)));
        }
    }

    private void write(Context ctx, Refusal refusal) {
        ErrorShape claimed = ctx.attribute(CLAIMED);
        ErrorShape shape = claimed == null ? shapes.apply(ctx.path()) : claimed;
        ErrorAnswer answer = shape.answer(refusal, reference(ctx));
        ctx.attribute(ANSWERED, true);
        refusal.retryAfterSeconds().ifPresent(seconds -> ctx.header("Retry-After", Long.toString(seconds)));
        if (answer.status() == 401) {
            ctx.header("WWW-Authenticate", shape.challenge());
        }
        Json.answer(ctx, answer.status(), answer.type(), answer.body());
    }

    private static WireFailure ofJavalin(HttpResponseException thrown) {
        return WireFailure.ofStatus(thrown.getStatus());
    }

    private static String reference(Context ctx) {
        return String.valueOf(ctx.res().getHeader(RequestId.HEADER));
    }
}
