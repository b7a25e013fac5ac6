package io.tenantry.http.auth;

import io.javalin.http.Context;
import io.tenantry.domain.failure.DomainFailure;
import io.tenantry.domain.failure.InvalidRefreshToken;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.session.EndSession;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.RefreshToken;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.http.wire.Fields;

/**
 * Keeps up and ends the sessions whose tokens lie in cookies. They rotate, but for those whose first step was taken by a
 * contract with refresh tokens that stay, and which got their cookies at the second: such a token is a UUID.
 */
public final class CookieSessions {
    private final SessionCookies cookies;
    private final Authentication authentication;
    private final JwtCodec codec;
    private final SessionCalls sessionCalls;

    public CookieSessions(
            SessionCookies cookies, Authentication authentication, JwtCodec codec, SessionCalls sessionCalls) {
        this.cookies = cookies;
        this.authentication = authentication;
        this.codec = codec;
        this.sessionCalls = sessionCalls;
    }

    public SessionCookies cookies() {
        return cookies;
    }

    /** Puts the tokens of a sign-in into cookies. */
    public void open(Context ctx, SignedIn signedIn, boolean remembered) {
        cookies.set(ctx, signedIn, codec.sign(signedIn.claims()), remembered);
    }

    /**
     * @throws DomainFailure if the refresh cookie is missing or does not serve any more; then the cookies are cleared
     * @throws Unauthenticated if there is an {@code Authorization} header: then the cookies count for nothing, and stay
     */
    public SignedIn refresh(Context ctx) {
        if (Authentication.hasHeader(ctx)) {
            throw new Unauthenticated();
        }
        try {
            RefreshToken token = cookies.refresh(ctx).orElseThrow(Unauthenticated::new);
            SignedIn signedIn = sessionCalls.refresh(ctx, token, kind(token));
            open(ctx, signedIn, cookies.areRemembered(ctx));
            return signedIn;
        } catch (Unauthenticated | InvalidRefreshToken over) {
            cookies.clear(ctx);
            throw over;
        }
    }

    /** Clears the cookies of who called by them, once their session is over. */
    public void forget(Context ctx) {
        if (!Authentication.hasHeader(ctx) && cookies.arePresent(ctx)) {
            cookies.clear(ctx);
        }
    }

    /**
     * Ends the session that the request shows: by its access token, or where that has run out by its refresh cookie. The
     * cookies are cleared whatever comes of it.
     *
     * @throws Unauthenticated if there is none
     */
    public void end(Context ctx) {
        boolean withCookies = !Authentication.hasHeader(ctx) && cookies.arePresent(ctx);
        if (withCookies) {
            cookies.clear(ctx);
        }
        try {
            Principal by = authentication.authenticateUser(ctx);
            sessionCalls.end(ctx, device -> new EndSession.Own(by, device));
        } catch (Unauthenticated expired) {
            if (!withCookies) {
                throw expired;
            }
            endByRefreshCookie(ctx);
        }
    }

    private static SessionKind kind(RefreshToken token) {
        return Fields.isUuid(token.value()) ? SessionKind.FIXED : SessionKind.ROTATING;
    }

    private void endByRefreshCookie(Context ctx) {
        RefreshToken token = cookies.refresh(ctx).orElseThrow(Unauthenticated::new);
        try {
            sessionCalls.end(ctx, device -> new EndSession.ByRefreshToken(token, kind(token), device));
        } catch (InvalidRefreshToken over) {
            throw new Unauthenticated();
        }
    }
}
