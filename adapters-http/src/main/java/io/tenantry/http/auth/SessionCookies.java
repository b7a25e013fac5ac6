package io.tenantry.http.auth;

import io.javalin.http.Context;
import io.tenantry.domain.session.RefreshToken;
import io.tenantry.domain.session.SignedIn;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The two cookies of a session that a browser keeps: {@code HttpOnly; SameSite=Strict; Path=/}, and where the public URL is
 * https {@code __Host-…; Secure} (RFC 6265bis, section 4.1.3.2).
 */
public final class SessionCookies {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    /** Ends the refresh cookie of a session that outlives the browser's window; no refresh token holds a full stop. */
    private static final String REMEMBERED = ".r";
    /** How long a browser keeps a remembered session's cookies; the session itself may end before. */
    private static final Duration KEPT = Duration.ofDays(90);

    private final boolean secure;
    private final boolean allowed;
    private final String accessName;
    private final String refreshName;

    public SessionCookies(URI publicUrl) {
        this.secure = "https".equalsIgnoreCase(publicUrl.getScheme());
        this.allowed = secure || LOOPBACK.contains(publicUrl.getHost());
        this.accessName = (secure ? "__Host-" : "") + "tenantry_access";
        this.refreshName = (secure ? "__Host-" : "") + "tenantry_refresh";
    }

    /** False where a cookie would go over the network in clear. */
    public boolean areAllowed() {
        return allowed;
    }

    /** Whether the request carries either. */
    public boolean arePresent(Context ctx) {
        return !all(ctx, accessName).isEmpty() || !all(ctx, refreshName).isEmpty();
    }

    Optional<String> access(Context ctx) {
        return only(ctx, accessName);
    }

    public Optional<RefreshToken> refresh(Context ctx) {
        return only(ctx, refreshName).map(SessionCookies::bare).map(RefreshToken::new);
    }

    /** Whether the session that the request carries was opened to be remembered. */
    public boolean areRemembered(Context ctx) {
        return only(ctx, refreshName)
                .filter(value -> value.endsWith(REMEMBERED))
                .isPresent();
    }

    /** @param remembered whether they outlive the browser's window */
    public void set(Context ctx, SignedIn signedIn, String accessToken, boolean remembered) {
        Duration access =
                Duration.between(signedIn.claims().issuedAt(), signedIn.claims().expiresAt());
        write(ctx, accessName, accessToken, remembered ? Optional.of(access) : Optional.empty());
        signedIn.refreshToken()
                .map(token -> token.value() + (remembered ? REMEMBERED : ""))
                .ifPresent(value -> write(ctx, refreshName, value, remembered ? Optional.of(KEPT) : Optional.empty()));
    }

    public void clear(Context ctx) {
        write(ctx, accessName, "", Optional.of(Duration.ZERO));
        write(ctx, refreshName, "", Optional.of(Duration.ZERO));
    }

    private void write(Context ctx, String name, String value, Optional<Duration> maxAge) {
        String age = maxAge.map(kept -> "; Max-Age=" + kept.toSeconds()).orElse("");
        ctx.res()
                .addHeader(
                        "Set-Cookie",
                        name + "=" + value + "; Path=/; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "") + age);
    }

    /** The cookie of that name; none if there are several, of which one was planted. */
    private static Optional<String> only(Context ctx, String name) {
        List<String> values = all(ctx, name);
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    private static List<String> all(Context ctx, String name) {
        Cookie[] cookies = ctx.req().getCookies();
        return cookies == null
                ? List.of()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .filter(value -> !value.isEmpty())
                        .toList();
    }

    private static String bare(String value) {
        return value.endsWith(REMEMBERED) ? value.substring(0, value.length() - REMEMBERED.length()) : value;
    }
}
