package io.tenantry.http.pages;

import io.javalin.http.Context;
import io.tenantry.http.wire.AcceptedLanguage;
import java.util.Locale;
import java.util.Map;

/**
 * A page that is the same for everybody who reads its language.
 *
 * @param html by language, English always among them
 * @param caching what a browser may keep of it
 */
record Document(Map<Locale, String> html, String caching) {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "connect-src 'self'; img-src 'self' data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
    private static final String REVALIDATE = "no-cache";

    static Document open(String file) {
        return new Document(inEveryLanguage(file), REVALIDATE);
    }

    /** A page that is there in English alone. */
    static Document english(String file) {
        return new Document(Map.of(Locale.ENGLISH, ClassPath.text(file)), REVALIDATE);
    }

    /** A page whose address holds a token: no cache keeps it. */
    static Document secret(String file) {
        return new Document(inEveryLanguage(file), "no-store");
    }

    /** In the language that the caller likes best of those that the page has. */
    void show(Context ctx) {
        Locale language = AcceptedLanguage.of(ctx.header("Accept-Language"))
                .filter(html::containsKey)
                .orElse(Locale.ENGLISH);
        show(ctx, html.get(language));
        ctx.header("Cache-Control", caching).header("Content-Language", language.toLanguageTag());
        ctx.res().addHeader("Vary", "Accept-Language");
    }

    private static Map<Locale, String> inEveryLanguage(String file) {
        return Map.of(Locale.ENGLISH, ClassPath.text(file), Locale.GERMAN, ClassPath.text("de/" + file));
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
