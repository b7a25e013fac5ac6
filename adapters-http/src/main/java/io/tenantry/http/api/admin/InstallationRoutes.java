package io.tenantry.http.api.admin;

import io.javalin.http.Context;
import io.tenantry.domain.admin.AdminUseCases;
import io.tenantry.domain.admin.ReadStatistics;
import io.tenantry.domain.audit.AuditFilter;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.http.api.audit.AuditJson;
import io.tenantry.http.api.audit.AuditQuery;
import io.tenantry.http.auth.Authentication;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.wire.Caller;
import io.tenantry.http.wire.Json;
import io.tenantry.http.wire.Paging;
import io.tenantry.http.wire.QueryFields;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code /api/v1/admin/audit} and {@code /stats}: the installation as a whole, for operators. */
public final class InstallationRoutes {
    private static final Pattern DAYS = Pattern.compile("[1-9][0-9]{0,2}");

    private final AdminUseCases admin;
    private final Caller caller;

    public InstallationRoutes(AdminUseCases admin, Caller caller) {
        this.admin = admin;
        this.caller = caller;
    }

    public void mount(Routes routes) {
        routes.get("/api/v1/admin/audit", RouteAccess.OPERATOR, this::audit);
        routes.get("/api/v1/admin/stats", RouteAccess.OPERATOR, this::statistics);
    }

    private void audit(Context ctx) {
        QueryFields query = QueryFields.of(ctx);
        AuditFilter filter = AuditQuery.read(query);
        PageRequest page = Paging.asked(query);
        query.check();
        Json.answer(
                ctx,
                200,
                Paging.answer(
                        admin.readInstallationAudit()
                                .read(Authentication.principal(ctx), filter, page, caller.device(ctx.req())),
                        AuditJson::of));
    }

    private void statistics(Context ctx) {
        QueryFields query = QueryFields.of(ctx);
        int days = query.read(InvalidInput.DAYS, InstallationRoutes::days, FieldProblem.NOT_ALLOWED)
                .orElse(ReadStatistics.USUAL_DAYS);
        query.check();
        ReadStatistics.Command command =
                new ReadStatistics.Command(Authentication.principal(ctx), days, caller.device(ctx.req()));
        Json.answer(ctx, 200, StatisticsJson.of(admin.readStatistics().read(command)));
    }

    private static Optional<Integer> days(String text) {
        return DAYS.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
