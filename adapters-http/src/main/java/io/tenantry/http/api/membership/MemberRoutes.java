package io.tenantry.http.api.membership;

import io.javalin.http.Context;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.membership.ChangeRole;
import io.tenantry.domain.membership.MembershipUseCases;
import io.tenantry.domain.membership.RemoveMember;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import io.tenantry.http.api.tenant.TenantPath;
import io.tenantry.http.auth.Authentication;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.wire.Caller;
import io.tenantry.http.wire.Fields;
import io.tenantry.http.wire.Json;
import io.tenantry.http.wire.JsonBody;
import io.tenantry.http.wire.Paging;
import io.tenantry.http.wire.PathId;
import io.tenantry.http.wire.QueryFields;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code /api/v1/tenants/{id}/members}: who is in a tenant, and as what; and leaving it. */
public final class MemberRoutes {
    private static final String ALL = "/api/v1/tenants/{id}/members";
    private static final String ONE = ALL + "/{userId}";

    private static final Map<String, Role> ROLES =
            Arrays.stream(Role.values()).collect(Collectors.toUnmodifiableMap(Role::word, Function.identity()));
    /** What may become of the keys that a member made, beside what becomes of them if nothing is said. */
    private static final Map<String, Boolean> API_KEYS = Map.of("keep", true);

    private final MembershipUseCases memberships;
    private final Caller caller;

    public MemberRoutes(MembershipUseCases memberships, Caller caller) {
        this.memberships = memberships;
        this.caller = caller;
    }

    public void mount(Routes routes) {
        routes.get(ALL, RouteAccess.USER_OR_KEY, this::list);
        routes.patch(ONE, RouteAccess.USER_OR_KEY, this::change);
        routes.delete(ONE, RouteAccess.USER_OR_KEY, this::remove);
        routes.post("/api/v1/tenants/{id}/leave", RouteAccess.USER, this::leave);
    }

    private void list(Context ctx) {
        TenantId tenant = TenantPath.tenant(ctx);
        QueryFields query = QueryFields.of(ctx);
        PageRequest page = Paging.asked(query);
        query.check();
        TenantCaller by = Authentication.caller(ctx);
        Json.answer(ctx, 200, Paging.answer(memberships.listMembers().list(by, tenant, page), MemberJson::of));
    }

    private void change(Context ctx) {
        TenantId tenant = TenantPath.tenant(ctx);
        UserId user = user(ctx);
        Fields fields = JsonBody.read(ctx);
        Optional<Role> role = fields.word("role", ROLES);
        boolean keep = fields.optionalWord("apiKeys", API_KEYS).orElse(false);
        fields.check();
        ChangeRole.Command command = new ChangeRole.Command(
                Authentication.caller(ctx), tenant, user, role.orElseThrow(), keep, caller.device(ctx.req()));
        Json.answer(ctx, 200, MemberJson.of(memberships.changeRole().change(command)));
    }

    private void remove(Context ctx) {
        TenantId tenant = TenantPath.tenant(ctx);
        UserId user = user(ctx);
        QueryFields query = QueryFields.of(ctx);
        boolean keep = query.read("apiKeys", word -> Optional.ofNullable(API_KEYS.get(word)), FieldProblem.NOT_ALLOWED)
                .orElse(false);
        query.check();
        memberships
                .removeMember()
                .remove(new RemoveMember.Command(
                        Authentication.caller(ctx), tenant, user, keep, caller.device(ctx.req())));
        ctx.status(204);
    }

    private void leave(Context ctx) {
        TenantId tenant = TenantPath.tenant(ctx);
        JsonBody.read(ctx);
        memberships.leaveTenant().leave(Authentication.principal(ctx), tenant, caller.device(ctx.req()));
        ctx.status(204);
    }

    private static UserId user(Context ctx) {
        return new UserId(PathId.of(ctx, "userId"));
    }
}
