package io.tenantry.http.api.tenant;

import io.javalin.http.Context;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.idempotency.MakeOnce;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.http.wire.PathId;
import java.util.Optional;
import java.util.function.Function;

/** What a path below {@code /api/v1/tenants} names. */
public final class TenantPath {
    private TenantPath() {}

    /** @throws NotFound if it is no UUID */
    public static TenantId tenant(Context ctx) {
        return new TenantId(PathId.of(ctx, "id"));
    }

    /** The permission, in the tenant of the path. */
    public static Function<Context, MakeOnce.Right> right(Permission permission) {
        return ctx -> new MakeOnce.Right(tenant(ctx), permission);
    }

    /** @throws NotFound if it is no host name */
    static HostName host(Context ctx) {
        return host(ctx.pathParam("host")).orElseThrow(NotFound::new);
    }

    /** A host name as somebody writes it: in any case, with or without a dot at its end, and without a port. */
    static Optional<HostName> host(String written) {
        return Optional.of(written).filter(text -> text.indexOf(':') < 0).flatMap(HostName::fromHeader);
    }
}
