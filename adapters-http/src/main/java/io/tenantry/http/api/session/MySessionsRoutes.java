package io.tenantry.http.api.session;

import io.javalin.http.Context;
import io.tenantry.domain.session.EndSession;
import io.tenantry.domain.session.ListSessions;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.SessionId;
import io.tenantry.http.auth.Authentication;
import io.tenantry.http.auth.CookieSessions;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.auth.SessionCalls;
import io.tenantry.http.wire.Json;
import io.tenantry.http.wire.Page;
import io.tenantry.http.wire.PathId;
import java.util.List;

/** {@code /api/v1/me/sessions}: where the caller is signed in, and signing out there. */
public final class MySessionsRoutes {
    private final ListSessions listSessions;
    private final SessionCalls sessionCalls;
    private final CookieSessions cookieSessions;

    public MySessionsRoutes(ListSessions listSessions, SessionCalls sessionCalls, CookieSessions cookieSessions) {
        this.listSessions = listSessions;
        this.sessionCalls = sessionCalls;
        this.cookieSessions = cookieSessions;
    }

    public void mount(Routes routes) {
        routes.get("/api/v1/me/sessions", RouteAccess.USER, this::list);
        routes.delete("/api/v1/me/sessions", RouteAccess.USER, this::endOthers);
        routes.delete("/api/v1/me/sessions/{id}", RouteAccess.USER, this::endOne);
    }

    private void list(Context ctx) {
        Json.answer(ctx, 200, Page.of(ctx, all(Authentication.principal(ctx)), SessionJson::id));
    }

    private void endOthers(Context ctx) {
        Principal by = Authentication.principal(ctx);
        sessionCalls.end(ctx, device -> new EndSession.AllOthers(by, device));
        Json.answer(ctx, 200, Page.first(all(by), SessionJson::id));
    }

    private void endOne(Context ctx) {
        Principal by = Authentication.principal(ctx);
        SessionId session = new SessionId(PathId.of(ctx, "id"));
        sessionCalls.end(ctx, device -> new EndSession.OneOf(by, session, device));
        if (session.equals(by.session())) {
            cookieSessions.forget(ctx);
        }
        Json.answer(ctx, 200, Page.first(all(by), SessionJson::id));
    }

    private List<SessionJson> all(Principal by) {
        return listSessions.list(by).stream()
                .map(session -> SessionJson.of(session, by))
                .toList();
    }
}
