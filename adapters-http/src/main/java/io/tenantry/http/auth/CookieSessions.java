package io.tenantry.http.auth;

import io.javalin.http.Context;
import io.tenantry.domain.failure.DomainFailure;
import io.tenantry.domain.failure.InvalidRefreshToken;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.session.EndSession;
import io.tenantry.domain.session.RefreshToken;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;

/** Keeps up and ends the sessions whose tokens lie in cookies. They rotate. */
public final class CookieSessions {
    private final SessionCookies cookies;
    private final Authentication authentication;
    private final JwtCodec codec;
    private final SessionCalls sessionCalls;
    private final EndSession endSession;

    public CookieSessions(
            SessionCookies cookies,
            Authentication authentication,
            JwtCodec codec,
            SessionCalls sessionCalls,
            EndSession endSession) {
        this.cookies = cookies;
        this.authentication = authentication;
        this.codec = codec;
        this.sessionCalls = sessionCalls;
        this.endSession = endSession;
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
            SignedIn signedIn = sessionCalls.refresh(ctx, token, SessionKind.ROTATING);
            open(ctx, signedIn, cookies.areRemembered(ctx));
            return signedIn;
        } catch (Unauthenticated | InvalidRefreshToken over) {
            cookies.clear(ctx);
            throw over;
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
            endSession.end(new EndSession.Own(authentication.authenticate(ctx)));
        } catch (Unauthenticated expired) {
            if (!withCookies) {
                throw expired;
            }
            endByRefreshCookie(ctx);
        }
    }

    private void endByRefreshCookie(Context ctx) {
        RefreshToken token = cookies.refresh(ctx).orElseThrow(Unauthenticated::new);
        try {
            endSession.end(new EndSession.ByRefreshToken(token, SessionKind.ROTATING));
        } catch (InvalidRefreshToken over) {
            throw new Unauthenticated();
        }
    }
}
