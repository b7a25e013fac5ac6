package io.tenantry.http.auth;

import io.javalin.http.Context;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignIn;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.http.wire.Caller;

/** Signs in by whatever contract: adds to what the body said what the request tells of the caller. */
public final class SignInCalls {
    private final SignIn signIn;
    private final Caller caller;

    public SignInCalls(SignIn signIn, Caller caller) {
        this.signIn = signIn;
        this.caller = caller;
    }

    public SignedIn signIn(Context ctx, EmailAddress email, Password password, SignInFields options, SessionKind kind) {
        return signIn.signIn(new SignIn.Command(
                email,
                password,
                options.tenant(),
                caller.host(ctx.req()),
                kind,
                options.rememberMe(),
                caller.device(ctx.req())));
    }
}
