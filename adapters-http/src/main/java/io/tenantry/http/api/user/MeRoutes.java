package io.tenantry.http.api.user;

import io.javalin.http.Context;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.user.DeleteAccount;
import io.tenantry.domain.user.ExportAccount;
import io.tenantry.domain.user.UpdateProfile;
import io.tenantry.domain.user.UserUseCases;
import io.tenantry.http.auth.Authentication;
import io.tenantry.http.auth.CookieSessions;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.wire.Caller;
import io.tenantry.http.wire.Changes;
import io.tenantry.http.wire.Fields;
import io.tenantry.http.wire.Json;
import io.tenantry.http.wire.JsonBody;
import java.util.Optional;

/** {@code /api/v1/me}: who calls, what they say of themselves, and all that is kept of them. */
public final class MeRoutes {
    private final UserUseCases users;
    private final CookieSessions cookieSessions;
    private final AvatarUrls avatarUrls;
    private final Caller caller;

    public MeRoutes(UserUseCases users, CookieSessions cookieSessions, AvatarUrls avatarUrls, Caller caller) {
        this.users = users;
        this.cookieSessions = cookieSessions;
        this.avatarUrls = avatarUrls;
        this.caller = caller;
    }

    public void mount(Routes routes) {
        routes.get("/api/v1/me", RouteAccess.USER, this::me);
        routes.patch("/api/v1/me", RouteAccess.USER, this::update);
        routes.delete("/api/v1/me", RouteAccess.USER, this::delete);
        // To hand out everything is noted in the audit: so a HEAD does nothing.
        routes.getWithEffect("/api/v1/me/export", RouteAccess.USER, this::export);
    }

    private void me(Context ctx) {
        Json.answer(ctx, 200, MeJson.of(users.whoAmI().whoAmI(Authentication.principal(ctx)), avatarUrls));
    }

    private void update(Context ctx) {
        Fields fields = JsonBody.read(ctx);
        UpdateProfile.Command command =
                ProfileChanges.read(Changes.of(fields), Authentication.principal(ctx), caller.device(ctx.req()));
        fields.check();
        users.updateProfile().update(command);
        me(ctx);
    }

    private void delete(Context ctx) {
        Fields fields = JsonBody.read(ctx);
        Optional<Password> password = fields.passwordAgain("password");
        fields.check();
        Principal by = Authentication.principal(ctx);
        users.deleteAccount().delete(new DeleteAccount.Command(by, password, caller.device(ctx.req())));
        cookieSessions.forget(ctx);
        ctx.status(204);
    }

    private void export(Context ctx) {
        Principal by = Authentication.principal(ctx);
        ExportAccount.Export all =
                users.exportAccount().export(new ExportAccount.Command(by, caller.device(ctx.req())));
        ctx.header("Content-Disposition", "attachment; filename=\"account.json\"");
        Json.answer(ctx, 200, ExportJson.of(all));
    }
}
