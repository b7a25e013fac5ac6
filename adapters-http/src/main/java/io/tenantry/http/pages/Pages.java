package io.tenantry.http.pages;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.security.RouteRole;
import io.tenantry.domain.failure.NotFound;
import java.util.List;

/**
 * The HTML pages: behind a mail's links, for people who look at the server or at a problem's {@code type} in a browser, and
 * for the description of the API. Plain files of this server: no foreign host, no inline script, and nothing of a request is
 * ever written into one. To open a mail's link changes nothing; the page's button does. Thread-safe.
 */
public final class Pages {

    private static final String FOLDER = "/pages/";
    private static final Document VERIFY = Document.secret("verify.html");

    private Pages() {}

    /**
     * Adds the pages, and the files that they use below {@code /pages/}. An unknown problem is a {@link NotFound}, which the
     * server has to answer.
     *
     * @param open the role of a route that needs no sign-in
     */
    public static void mount(JavalinConfig config, RouteRole open) {
        route(config, "/social/callback", Document.secret("social.html")::show, open);
        route(config, "/docs", Document.english("docs.html")::show, open);
        route(config, "/problems/{code}", Pages::problemPage, open);
        route(config, "/openapi.yaml", Asset.own("/openapi.yaml", "application/yaml")::send, open);
        for (Asset asset : assets()) {
            route(config, FOLDER + asset.name(), asset::send, open);
        }
    }

    /** Adds the pages that stand in for the console where the server was built without it. */
    public static void mountInsteadOfConsole(JavalinConfig config, RouteRole open) {
        route(config, "/", Document.open("welcome.html")::show, open);
        route(config, "/verify", Pages::verifyPage, open);
        route(config, "/reset", Document.secret("reset.html")::show, open);
        route(config, "/confirm-email", Document.secret("confirm-email.html")::show, open);
        route(config, "/invitations/accept", Document.secret("invitation.html")::show, open);
    }

    /** Shows the page whose button verifies an address: what {@code GET /api/auth/verify} answers to a browser. */
    public static void verifyPage(Context ctx) {
        VERIFY.show(ctx);
    }

    private static void problemPage(Context ctx) {
        Problem problem = Problem.ofCode(ctx.pathParam("code")).orElseThrow(NotFound::new);
        Document.show(ctx, problem.html());
    }

    private static void route(JavalinConfig config, String path, Handler handler, RouteRole open) {
        config.routes.get(path, handler, open);
        config.routes.head(path, handler, open);
    }

    private static List<Asset> assets() {
        return List.of(
                Asset.own("style.css", "text/css"),
                Asset.own("icon.svg", "image/svg+xml"),
                Asset.own("call.js", "text/javascript"),
                Asset.own("words.js", "text/javascript"),
                Asset.own("verify.js", "text/javascript"),
                Asset.own("confirm-email.js", "text/javascript"),
                Asset.own("reset.js", "text/javascript"),
                Asset.own("social.js", "text/javascript"),
                Asset.own("second-step.js", "text/javascript"),
                Asset.own("invitation.js", "text/javascript"),
                Asset.own("docs.js", "text/javascript"),
                Asset.own("docs.css", "text/css"),
                Asset.swaggerUi("swagger-ui.css", "text/css"),
                Asset.swaggerUi("swagger-ui-bundle.js", "text/javascript"),
                Asset.swaggerUi("swagger-ui-bundle.js.LICENSE.txt", "text/plain"));
    }
}
