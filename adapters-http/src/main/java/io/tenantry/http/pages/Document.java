package io.tenantry.http.pages;

import io.javalin.http.Context;

/**
 * A page that is the same for everybody.
 *
 * @param caching what a browser may keep of it
 */
record Document(String html, String caching) {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "connect-src 'self'; img-src 'self' data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
    private static final String REVALIDATE = "no-cache";

    static Document open(String file) {
        return new Document(ClassPath.text(file), REVALIDATE);
    }

    /** A page whose address holds a token: no cache keeps it. */
    static Document secret(String file) {
        return new Document(ClassPath.text(file), "no-store");
    }

    void show(Context ctx) {
        show(ctx, html);
        ctx.header("Cache-Control", caching);
    }

    static void show(Context ctx, String html) {
        ctx.header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Frame-Options", "DENY")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", REVALIDATE)
                .contentType("text/html; charset=utf-8")
                .result(html);
    }
}
