package io.tenantry.http.auth;

import io.javalin.http.Context;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.http.wire.Fields;
import io.tenantry.http.wire.Json;
import io.tenantry.http.wire.JsonBody;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A sign-in by e-mail and password whose answer carries tokens, or sets cookies where the body asks for them. */
public final class PasswordSignIn {
    private final SessionCalls sessionCalls;
    private final CookieSessions cookieSessions;
    private final JwtCodec codec;

    public PasswordSignIn(SessionCalls sessionCalls, CookieSessions cookieSessions, JwtCodec codec) {
        this.sessionCalls = sessionCalls;
        this.cookieSessions = cookieSessions;
        this.codec = codec;
    }

    /**
     * Reads the body, signs in and answers.
     *
     * @param kind of a session with tokens; one with cookies always rotates
     * @param withTokens the body of the answer, from what was signed in and its access token
     * @param withCookies the body of the answer that sets cookies: without a token
     */
    public void answer(
            Context ctx,
            SessionKind kind,
            BiFunction<SignedIn, String, Object> withTokens,
            Function<SignedIn, Object> withCookies) {
        Fields fields = JsonBody.read(ctx);
        Optional<EmailAddress> email = fields.email("email");
        Optional<Password> password = fields.password("password");
        SignInFields options = SignInFields.read(fields);
        boolean cookies = SignInFields.wantsCookies(fields, cookieSessions.cookies());
        fields.check();
        SignedIn signedIn = sessionCalls.signIn(
                ctx, email.orElseThrow(), password.orElseThrow(), options, cookies ? SessionKind.ROTATING : kind);
        if (cookies) {
            cookieSessions.open(ctx, signedIn, options.rememberMe());
            Json.answer(ctx, 200, withCookies.apply(signedIn));
        } else {
            Json.answer(ctx, 200, withTokens.apply(signedIn, codec.sign(signedIn.claims())));
        }
    }
}
