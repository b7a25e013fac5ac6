package io.tenantry.http.api.tenant;

import io.javalin.http.Context;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.ChangeTenant;
import io.tenantry.domain.tenant.CloseTenant;
import io.tenantry.domain.tenant.CreateTenant;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.tenant.TenantUseCases;
import io.tenantry.http.auth.Authentication;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.wire.Caller;
import io.tenantry.http.wire.Changes;
import io.tenantry.http.wire.Fields;
import io.tenantry.http.wire.Json;
import io.tenantry.http.wire.JsonBody;
import io.tenantry.http.wire.Page;
import java.util.List;
import java.util.Optional;

/** {@code /api/v1/tenants}: the caller's tenants, whichever the token names. */
public final class TenantRoutes {
    private static final String ALL = "/api/v1/tenants";
    private static final String ONE = ALL + "/{id}";

    private final TenantUseCases tenants;
    private final Caller caller;

    public TenantRoutes(TenantUseCases tenants, Caller caller) {
        this.tenants = tenants;
        this.caller = caller;
    }

    public void mount(Routes routes) {
        routes.making(ALL, RouteAccess.USER, this::create);
        routes.get(ALL, RouteAccess.USER, this::list);
        routes.get(ONE, RouteAccess.USER_OR_KEY, this::read);
        routes.patch(ONE, RouteAccess.USER_OR_KEY, this::change);
        routes.delete(ONE, RouteAccess.USER, this::close);
    }

    private void create(Context ctx) {
        Fields fields = JsonBody.read(ctx);
        Optional<TenantName> name = fields.tenantName("name", 1);
        Optional<Slug> slug = fields.optional("slug", Slug::problemWith).map(Slug::new);
        fields.check();
        TenantDetailsJson created = TenantDetailsJson.of(tenants.createTenant()
                .create(new CreateTenant.Command(
                        Authentication.principal(ctx), name.orElseThrow(), slug, caller.device(ctx.req()))));
        ctx.header("Location", ALL + "/" + created.id());
        Json.answer(ctx, 201, created);
    }

    private void list(Context ctx) {
        List<TenantDetailsJson> all = tenants.listOwnTenants().list(Authentication.principal(ctx)).stream()
                .map(TenantDetailsJson::of)
                .toList();
        Json.answer(ctx, 200, Page.of(ctx, all, TenantDetailsJson::id));
    }

    private void read(Context ctx) {
        TenantCaller by = Authentication.caller(ctx);
        Json.answer(ctx, 200, TenantDetailsJson.of(tenants.readTenant().read(by, TenantPath.tenant(ctx))));
    }

    private void change(Context ctx) {
        TenantId tenant = TenantPath.tenant(ctx);
        Fields fields = JsonBody.read(ctx);
        ChangeTenant.Command command =
                TenantChanges.read(Changes.of(fields), Authentication.caller(ctx), tenant, caller.device(ctx.req()));
        fields.check();
        Json.answer(ctx, 200, TenantDetailsJson.of(tenants.changeTenant().change(command)));
    }

    private void close(Context ctx) {
        TenantId tenant = TenantPath.tenant(ctx);
        Fields fields = JsonBody.read(ctx);
        Optional<Password> password = fields.passwordAgain("password");
        Optional<String> slug = fields.line("slug");
        fields.check();
        tenants.closeTenant()
                .close(new CloseTenant.Command(
                        Authentication.principal(ctx), tenant, password, slug.orElseThrow(), caller.device(ctx.req())));
        ctx.status(204);
    }
}
