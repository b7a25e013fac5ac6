package io.tenantry.http.api.service;

import io.javalin.http.Context;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.wire.Peer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code /metrics}: numbers for who operates the server. For everybody else it is not there. */
public final class MetricsRoutes {
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final String SCHEME = "bearer ";

    private final Supplier<String> text;
    private final Optional<String> token;

    /** @param token by which others than those on the same machine may read them */
    public MetricsRoutes(Supplier<String> text, Optional<String> token) {
        this.text = text;
        this.token = token;
    }

    public void mount(Routes routes) {
        routes.get("/metrics", RouteAccess.PUBLIC, this::show);
    }

    private void show(Context ctx) {
        if (!Peer.isLocal(ctx.req()) && !showsToken(ctx)) {
            throw new NotFound();
        }
        ctx.contentType(TYPE).result(text.get());
    }

    /** Takes as long wherever the two differ. */
    private boolean showsToken(Context ctx) {
        List<String> headers = Collections.list(ctx.req().getHeaders("Authorization"));
        String header = headers.size() == 1 ? headers.get(0) : "";
        boolean isBearer = header.toLowerCase(Locale.ROOT).startsWith(SCHEME);
        String shown = isBearer ? header.substring(SCHEME.length()).strip() : "";
        return token.filter(wanted -> MessageDigest.isEqual(bytes(wanted), bytes(shown)))
                .isPresent();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
