package io.tenantry.http.console;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.security.RouteRole;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.http.wire.Accepted;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The built console, from the class path. Its page is the answer at every address that the console knows: which view belongs to
 * it the page's script finds out. Where nothing is, a browser gets the page too, as 404, and the script says so. What the page
 * refers to has its digest in its name. Thread-safe.
 */
public final class Console {

    private static final String FOLDER = "/console/";
    private static final String PAGE = "index.html";

    /** No browser asks again: another content has another name. */
    private static final String FOREVER = "public, max-age=31536000, immutable";

    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; "
            + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    private static final List<String> OPEN_VIEWS = List.of("/", "/login", "/register", "/forgot");
    /** Their addresses hold a token: no cache keeps them. */
    private static final List<String> MAILED_VIEWS =
            List.of("/verify", "/reset", "/confirm-email", "/invitations/accept");

    private static final List<String> SIGNED_IN_VIEWS =
            List.of("/dashboard", "/profile", "/security", "/organizations/new", "/t/*", "/admin", "/admin/*");

    /** What is not there stays JSON below these, whoever asks: they are for programs, or have pages of their own. */
    private static final List<String> NOT_OURS =
            List.of("/api", "/oauth", "/.well-known", "/docs", "/problems", "/health", "/metrics", "/assets", "/pages");

    private static final String PROBLEM = "application/problem+json";

    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);

    private final ConsoleFiles files;

    private Console(ConsoleFiles files) {
        this.files = files;
    }

    /** The console that was built with this jar; empty if it was built without one. */
    public static Optional<Console> ofClassPath() {
        return in(FOLDER);
    }

    /** @param folder on the class path, absolute, with a slash at its end */
    static Optional<Console> in(String folder) {
        ConsoleFiles files = new ConsoleFiles(folder);
        return files.find(PAGE).map(page -> new Console(files));
    }

    /**
     * Adds the console's page and its files.
     *
     * @param open the role of a route that needs no sign-in
     */
    public void mount(JavalinConfig config, RouteRole open) {
        OPEN_VIEWS.forEach(path -> route(config, path, page("no-cache"), open));
        MAILED_VIEWS.forEach(path -> route(config, path, page("no-store"), open));
        SIGNED_IN_VIEWS.forEach(path -> route(config, path, page("no-cache"), open));
        route(config, "/assets/{file}", this::asset, open);
        config.routes.error(404, this::notFound);
    }

    /** @param caching what a browser may keep of it */
    private Handler page(String caching) {
        return ctx -> page(ctx, caching);
    }

    private void page(Context ctx, String caching) {
        ctx.header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
                .header("Cache-Control", caching);
        files.find(PAGE).orElseThrow(NotFound::new).send(ctx);
    }

    /** Answers a browser by the page; to everybody else what was answered stays, and so does what a host's own route said. */
    private void notFound(Context ctx) {
        if (!READING.contains(ctx.method()) || !isProblem(ctx) || isOthers(ctx.path())) {
            return;
        }
        ctx.res().addHeader("Vary", "Accept");
        if (Accepted.prefersHtml(ctx.header("Accept"))) {
            page(ctx, "no-cache");
        }
    }

    private static boolean isProblem(Context ctx) {
        String type = ctx.res().getContentType();
        return type != null && type.startsWith(PROBLEM);
    }

    private static boolean isOthers(String path) {
        return NOT_OURS.stream().anyMatch(folder -> path.equals(folder) || path.startsWith(folder + "/"));
    }

    private void asset(Context ctx) {
        ConsoleFile file = files.find("assets/" + ctx.pathParam("file")).orElseThrow(NotFound::new);
        ctx.header("Cache-Control", FOREVER);
        file.send(ctx);
    }

    private static void route(JavalinConfig config, String path, Handler handler, RouteRole open) {
        config.routes.get(path, handler, open);
        config.routes.head(path, handler, open);
    }
}
