package io.tenantry.http.api.audit;

import io.javalin.http.Context;
import io.tenantry.domain.audit.AuditFilter;
import io.tenantry.domain.audit.ReadAudit;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.http.api.tenant.TenantPath;
import io.tenantry.http.auth.Authentication;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.wire.Json;
import io.tenantry.http.wire.Paging;
import io.tenantry.http.wire.QueryFields;

/** {@code /api/v1/tenants/{id}/audit}: what was done in a tenant, the newest first. */
public final class AuditRoutes {
    private final ReadAudit readAudit;

    public AuditRoutes(ReadAudit readAudit) {
        this.readAudit = readAudit;
    }

    public void mount(Routes routes) {
        routes.get("/api/v1/tenants/{id}/audit", RouteAccess.USER_OR_KEY, this::read);
    }

    private void read(Context ctx) {
        TenantId tenant = TenantPath.tenant(ctx);
        QueryFields query = QueryFields.of(ctx);
        AuditFilter filter = AuditQuery.read(query);
        PageRequest page = Paging.asked(query);
        query.check();
        TenantCaller by = Authentication.caller(ctx);
        Json.answer(ctx, 200, Paging.answer(readAudit.read(by, tenant, filter, page), AuditJson::of));
    }
}
