package io.tenantry.http.auth;

import io.javalin.http.Context;
import io.tenantry.domain.failure.MfaRequired;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.http.wire.Json;
import java.util.function.Supplier;

/** Answers sign-ins whose tokens come in the body or, where asked for, as cookies. */
public final class SignInAnswers {
    private final CookieSessions cookieSessions;
    private final JwtCodec codec;

    public SignInAnswers(CookieSessions cookieSessions, JwtCodec codec) {
        this.cookieSessions = cookieSessions;
        this.codec = codec;
    }

    public SessionCookies cookies() {
        return cookieSessions.cookies();
    }

    /** The kind of session to open: with cookies it always rotates. */
    public static SessionKind kind(TokenDelivery delivery, SessionKind withTokens) {
        return delivery.cookies() ? SessionKind.ROTATING : withTokens;
    }

    /**
     * Signs in and answers.
     *
     * @throws MfaRequired as the sign-in threw it, its token marked: so the second step delivers likewise
     */
    public void answer(Context ctx, TokenDelivery delivery, SignedInShape shape, Supplier<SignedIn> signIn) {
        try {
            answer(ctx, delivery, shape, signIn.get());
        } catch (MfaRequired required) {
            throw delivery.mark(required);
        }
    }

    private void answer(Context ctx, TokenDelivery delivery, SignedInShape shape, SignedIn signedIn) {
        if (delivery.cookies()) {
            cookieSessions.open(ctx, signedIn, delivery.remembered());
            Json.answer(ctx, 200, shape.withCookies(signedIn));
        } else {
            Json.answer(ctx, 200, shape.withTokens(signedIn, codec.sign(signedIn.claims())));
        }
    }
}
