package io.tenantry.http.wire;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.InternalRouter;
import java.util.ArrayList;
import java.util.List;

/** Which methods a path has: for {@code Allow}, in the answers to {@code OPTIONS} and to methods that it has not. */
public final class Methods {
    private final InternalRouter router;

    public Methods(JavalinConfig config) {
        this.router = config.unsafe.internalRouter;
    }

    /** Refuses a method that the path has not: 405, or 404 if it has none at all. */
    public void require(Context ctx) {
        String path = ctx.path();
        if (isServed(ctx.method(), path)) {
            return;
        }
        List<String> allowed = of(path);
        if (allowed.isEmpty()) {
            return;
        }
        ctx.header("Allow", String.join(", ", allowed));
        if (ctx.method().equals(HandlerType.OPTIONS)) {
            ctx.status(204).skipRemainingHandlers();
            return;
        }
        throw WireFailure.methodNotAllowed();
    }

    /** The methods of a path; empty if it is nobody's. */
    public List<String> of(String path) {
        List<String> methods = new ArrayList<>();
        for (HandlerType method : HandlerType.commonHttp()) {
            if (isServed(method, path)) {
                methods.add(method.name());
            }
        }
        if (!methods.isEmpty() && !methods.contains("OPTIONS")) {
            methods.add("OPTIONS");
        }
        return methods;
    }

    private boolean isServed(HandlerType method, String path) {
        boolean answeredByGet = method.equals(HandlerType.HEAD) && router.hasHttpHandlerEntry(HandlerType.GET, path);
        return answeredByGet || router.hasHttpHandlerEntry(method, path);
    }
}
