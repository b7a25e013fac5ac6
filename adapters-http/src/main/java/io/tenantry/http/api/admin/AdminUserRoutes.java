package io.tenantry.http.api.admin;

import io.javalin.http.Context;
import io.tenantry.domain.admin.AdminUseCases;
import io.tenantry.domain.admin.DisableUser;
import io.tenantry.domain.admin.SearchText;
import io.tenantry.domain.admin.SearchUsers;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import io.tenantry.http.auth.Authentication;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.wire.Caller;
import io.tenantry.http.wire.Changes;
import io.tenantry.http.wire.Fields;
import io.tenantry.http.wire.Json;
import io.tenantry.http.wire.JsonBody;
import io.tenantry.http.wire.Paging;
import io.tenantry.http.wire.PathId;
import io.tenantry.http.wire.QueryFields;
import java.util.Optional;

/** {@code /api/v1/admin/users}: every user, for operators. None of these sets or shows a password. */
public final class AdminUserRoutes {
    private static final String ALL = "/api/v1/admin/users";
    private static final String ONE = ALL + "/{id}";
    private static final String DISABLED = "disabled";

    private final AdminUseCases admin;
    private final Caller caller;

    public AdminUserRoutes(AdminUseCases admin, Caller caller) {
        this.admin = admin;
        this.caller = caller;
    }

    public void mount(Routes routes) {
        routes.get(ALL, RouteAccess.OPERATOR, this::search);
        routes.patch(ONE, RouteAccess.OPERATOR, this::change);
        routes.post(ONE + "/password-reset", RouteAccess.OPERATOR, this::sendPasswordReset);
        routes.delete(ONE + "/sessions", RouteAccess.OPERATOR, this::endSessions);
    }

    private void search(Context ctx) {
        QueryFields query = QueryFields.of(ctx);
        SearchText text = Searches.text(query);
        PageRequest page = Paging.asked(query);
        query.check();
        SearchUsers.Command command =
                new SearchUsers.Command(Authentication.principal(ctx), text, page, caller.device(ctx.req()));
        Json.answer(ctx, 200, Paging.answer(admin.searchUsers().search(command), AdminUserJson::of));
    }

    private void change(Context ctx) {
        UserId user = user(ctx);
        Fields fields = JsonBody.read(ctx);
        Changes changes = Changes.of(fields);
        Optional<Boolean> disabled = changes.lasting(DISABLED, changes.truth(DISABLED));
        if (disabled.isEmpty()) {
            fields.reject(DISABLED, FieldProblem.REQUIRED);
        }
        fields.check();
        DisableUser.Command command = new DisableUser.Command(
                Authentication.principal(ctx), user, disabled.orElseThrow(), caller.device(ctx.req()));
        answer(ctx, admin.disableUser().disable(command));
    }

    private void sendPasswordReset(Context ctx) {
        JsonBody.read(ctx);
        answer(ctx, admin.sendPasswordReset().send(Authentication.principal(ctx), user(ctx), caller.device(ctx.req())));
    }

    private void endSessions(Context ctx) {
        answer(ctx, admin.endUserSessions().end(Authentication.principal(ctx), user(ctx), caller.device(ctx.req())));
    }

    private static void answer(Context ctx, User user) {
        Json.answer(ctx, 200, AdminUserJson.of(user));
    }

    private static UserId user(Context ctx) {
        return new UserId(PathId.of(ctx, "id"));
    }
}
