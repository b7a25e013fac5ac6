package io.tenantry.http.api.tenant;

import io.javalin.http.Context;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.tenant.ClaimDomain;
import io.tenantry.domain.tenant.ConfirmDomain;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.RemoveDomain;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantUseCases;
import io.tenantry.domain.text.PlainText;
import io.tenantry.http.auth.Authentication;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.wire.Caller;
import io.tenantry.http.wire.Fields;
import io.tenantry.http.wire.Json;
import io.tenantry.http.wire.JsonBody;
import io.tenantry.http.wire.Page;
import java.util.List;
import java.util.Optional;

/** {@code /api/v1/tenants/{id}/domains}: host names of a tenant's own. */
public final class DomainRoutes {
    private static final String ALL = "/api/v1/tenants/{id}/domains";
    private static final String ONE = ALL + "/{host}";

    private final TenantUseCases tenants;
    private final Caller caller;

    public DomainRoutes(TenantUseCases tenants, Caller caller) {
        this.tenants = tenants;
        this.caller = caller;
    }

    public void mount(Routes routes) {
        routes.get(ALL, RouteAccess.USER, this::list);
        routes.makingInTenant(ALL, RouteAccess.USER, TenantPath.right(Permission.CHANGE_TENANT), this::claim);
        routes.post(ONE + "/verify", RouteAccess.USER, this::confirm);
        routes.delete(ONE, RouteAccess.USER, this::remove);
    }

    private void list(Context ctx) {
        Principal by = Authentication.principal(ctx);
        List<DomainJson> all = tenants.listDomains().list(by, TenantPath.tenant(ctx)).stream()
                .map(DomainJson::of)
                .toList();
        Json.answer(ctx, 200, Page.of(ctx, all, DomainJson::host));
    }

    private void claim(Context ctx) {
        TenantId tenant = TenantPath.tenant(ctx);
        Fields fields = JsonBody.read(ctx);
        Optional<HostName> host =
                fields.required("host", DomainRoutes::problemWithHost).flatMap(DomainRoutes::typedHost);
        fields.check();
        DomainJson claimed = DomainJson.of(tenants.claimDomain()
                .claim(new ClaimDomain.Command(
                        Authentication.principal(ctx), tenant, host.orElseThrow(), caller.device(ctx.req()))));
        ctx.header("Location", "/api/v1/tenants/" + tenant + "/domains/" + claimed.host());
        Json.answer(ctx, 201, claimed);
    }

    private void confirm(Context ctx) {
        TenantId tenant = TenantPath.tenant(ctx);
        HostName host = TenantPath.host(ctx);
        JsonBody.read(ctx);
        ConfirmDomain.Command command =
                new ConfirmDomain.Command(Authentication.principal(ctx), tenant, host, caller.device(ctx.req()));
        Json.answer(ctx, 200, DomainJson.of(tenants.confirmDomain().confirm(command)));
    }

    private void remove(Context ctx) {
        TenantId tenant = TenantPath.tenant(ctx);
        HostName host = TenantPath.host(ctx);
        tenants.removeDomain()
                .remove(new RemoveDomain.Command(
                        Authentication.principal(ctx), tenant, host, caller.device(ctx.req())));
        ctx.status(204);
    }

    private static Optional<FieldProblem> problemWithHost(String typed) {
        return typedHost(typed).isPresent() ? Optional.empty() : Optional.of(FieldProblem.MALFORMED);
    }

    private static Optional<HostName> typedHost(String typed) {
        return TenantPath.host(PlainText.trim(typed));
    }
}
