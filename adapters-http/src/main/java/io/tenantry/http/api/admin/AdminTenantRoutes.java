package io.tenantry.http.api.admin;

import io.javalin.http.Context;
import io.tenantry.domain.admin.AdminUseCases;
import io.tenantry.domain.admin.AdministerTenant;
import io.tenantry.domain.admin.SearchTenants;
import io.tenantry.domain.admin.SearchText;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.tenant.Plan;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantStatus;
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
import java.util.Map;
import java.util.Optional;

/** {@code /api/v1/admin/tenants}: every tenant, for operators. */
public final class AdminTenantRoutes {
    private static final String ALL = "/api/v1/admin/tenants";
    private static final String ONE = ALL + "/{id}";
    /** The largest number that JSON readers agree about (RFC 8259, section 6). */
    private static final long HIGHEST_QUOTA = (1L << 53) - 1;

    private static final Map<String, TenantStatus> STATUSES = Map.of(
            "active", TenantStatus.ACTIVE, "inactive", TenantStatus.INACTIVE, "suspended", TenantStatus.SUSPENDED);

    private final AdminUseCases admin;
    private final Caller caller;

    public AdminTenantRoutes(AdminUseCases admin, Caller caller) {
        this.admin = admin;
        this.caller = caller;
    }

    public void mount(Routes routes) {
        routes.get(ALL, RouteAccess.OPERATOR, this::search);
        routes.patch(ONE, RouteAccess.OPERATOR, this::change);
        routes.post(ONE + "/restore", RouteAccess.OPERATOR, this::restore);
    }

    private void search(Context ctx) {
        QueryFields query = QueryFields.of(ctx);
        SearchText text = Searches.text(query);
        Optional<TenantStatus> status =
                query.filter("status", word -> Optional.ofNullable(STATUSES.get(word)), FieldProblem.NOT_ALLOWED);
        PageRequest page = Paging.asked(query);
        query.check();
        SearchTenants.Command command =
                new SearchTenants.Command(Authentication.principal(ctx), text, status, page, caller.device(ctx.req()));
        Json.answer(ctx, 200, Paging.answer(admin.searchTenants().search(command), AdminTenantJson::of));
    }

    private void change(Context ctx) {
        TenantId tenant = tenant(ctx);
        Fields fields = JsonBody.read(ctx);
        Changes changes = Changes.of(fields);
        Optional<TenantStatus> status = changes.lasting(
                "status", changes.text("status", word -> problemUnless(STATUSES.containsKey(word)), STATUSES::get));
        Optional<Plan> plan =
                changes.lasting("plan", changes.text("plan", typed -> problemUnless(Plan.isPlan(typed)), Plan::new));
        Optional<Long> quota = changes.lasting("quotaLimit", changes.wholeNumber("quotaLimit", HIGHEST_QUOTA));
        fields.check();
        AdministerTenant.Command command = new AdministerTenant.Command(
                Authentication.principal(ctx), tenant, status, plan, quota, caller.device(ctx.req()));
        Json.answer(ctx, 200, AdminTenantJson.of(admin.administerTenant().change(command)));
    }

    private void restore(Context ctx) {
        JsonBody.read(ctx);
        Json.answer(
                ctx,
                200,
                AdminTenantJson.of(admin.restoreTenant()
                        .restore(Authentication.principal(ctx), tenant(ctx), caller.device(ctx.req()))));
    }

    private static TenantId tenant(Context ctx) {
        return new TenantId(PathId.of(ctx, "id"));
    }

    private static Optional<FieldProblem> problemUnless(boolean allowed) {
        return allowed ? Optional.empty() : Optional.of(FieldProblem.NOT_ALLOWED);
    }
}
