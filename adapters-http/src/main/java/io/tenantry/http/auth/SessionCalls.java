package io.tenantry.http.auth;

import io.javalin.http.Context;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.EndSession;
import io.tenantry.domain.session.RefreshSession;
import io.tenantry.domain.session.RefreshToken;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SessionUseCases;
import io.tenantry.domain.session.SignIn;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.http.wire.Caller;
import java.util.function.Function;

/** Opens sessions and keeps them up by whatever contract: adds to what the body said what the request tells of the caller. */
public final class SessionCalls {
    private final SessionUseCases sessions;
    private final Caller caller;

    public SessionCalls(SessionUseCases sessions, Caller caller) {
        this.sessions = sessions;
        this.caller = caller;
    }

    public SignedIn signIn(Context ctx, EmailAddress email, Password password, SignInFields options, SessionKind kind) {
        return sessions.signIn()
                .signIn(new SignIn.Command(
                        email,
                        password,
                        options.tenant(),
                        caller.host(ctx.req()),
                        kind,
                        options.rememberMe(),
                        caller.device(ctx.req())));
    }

    /** @param kind which the route serves */
    public SignedIn refresh(Context ctx, RefreshToken token, SessionKind kind) {
        return sessions.refreshSession().refresh(new RefreshSession.Command(token, kind, caller.device(ctx.req())));
    }

    /** @param which the session to end, given from where that is asked for */
    public void end(Context ctx, Function<Device, EndSession.Command> which) {
        sessions.endSession().end(which.apply(caller.device(ctx.req())));
    }
}
