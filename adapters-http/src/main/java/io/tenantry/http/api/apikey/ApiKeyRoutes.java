package io.tenantry.http.api.apikey;

import io.javalin.http.Context;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.ApiKeyName;
import io.tenantry.domain.apikey.ApiKeyUseCases;
import io.tenantry.domain.apikey.IssueApiKey;
import io.tenantry.domain.apikey.ReadApiKeyUsage;
import io.tenantry.domain.apikey.RenameApiKey;
import io.tenantry.domain.apikey.RevokeApiKey;
import io.tenantry.domain.apikey.RotateApiKey;
import io.tenantry.domain.apikey.Scopes;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;
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
import io.tenantry.http.wire.TimeText;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;

/** {@code /api/v1/tenants/{id}/api-keys}: by which programs act for a tenant. */
public final class ApiKeyRoutes {
    private static final String ALL = "/api/v1/tenants/{id}/api-keys";
    private static final String ONE = ALL + "/{keyId}";

    private final ApiKeyUseCases keys;
    private final Caller caller;
    private final InstantSource clock;

    public ApiKeyRoutes(ApiKeyUseCases keys, Caller caller, InstantSource clock) {
        this.keys = keys;
        this.caller = caller;
        this.clock = clock;
    }

    public void mount(Routes routes) {
        routes.makingInTenant(ALL, RouteAccess.USER_OR_KEY, TenantPath.right(Permission.MANAGE_API_KEYS), this::issue);
        routes.get(ALL, RouteAccess.USER_OR_KEY, this::list);
        routes.get(ONE, RouteAccess.USER_OR_KEY, this::read);
        routes.patch(ONE, RouteAccess.USER_OR_KEY, this::rename);
        routes.delete(ONE, RouteAccess.USER_OR_KEY, this::revoke);
        routes.makingInTenant(
                ONE + "/rotate", RouteAccess.USER_OR_KEY, TenantPath.right(Permission.MANAGE_API_KEYS), this::rotate);
        routes.get(ONE + "/usage", RouteAccess.USER_OR_KEY, this::usage);
    }

    private void issue(Context ctx) {
        TenantCaller by = Authentication.caller(ctx);
        TenantId tenant = TenantPath.tenant(ctx);
        Fields fields = JsonBody.read(ctx);
        Optional<ApiKeyName> name = ApiKeyFields.name(fields);
        Optional<Scopes> scopes = ApiKeyFields.scopes(fields);
        Optional<Instant> expiresAt = ApiKeyFields.expiresAt(fields);
        fields.check();
        ApiKeyJson made = ApiKeyJson.of(
                keys.issueApiKey()
                        .issue(new IssueApiKey.Command(
                                by,
                                tenant,
                                name.orElseThrow(),
                                scopes.orElseThrow(),
                                expiresAt,
                                caller.device(ctx.req()))),
                clock.instant());
        ctx.header("Location", ALL.replace("{id}", tenant.toString()) + "/" + made.id());
        Json.answer(ctx, 201, made);
    }

    private void list(Context ctx) {
        TenantId tenant = TenantPath.tenant(ctx);
        QueryFields query = QueryFields.of(ctx);
        PageRequest page = Paging.asked(query);
        query.check();
        Instant now = clock.instant();
        Json.answer(
                ctx,
                200,
                Paging.answer(
                        keys.listApiKeys().list(Authentication.caller(ctx), tenant, page),
                        key -> ApiKeyJson.of(key, now)));
    }

    private void read(Context ctx) {
        TenantCaller by = Authentication.caller(ctx);
        Json.answer(
                ctx, 200, ApiKeyJson.of(keys.readApiKey().read(by, TenantPath.tenant(ctx), key(ctx)), clock.instant()));
    }

    private void rename(Context ctx) {
        TenantId tenant = TenantPath.tenant(ctx);
        ApiKeyId key = key(ctx);
        Fields fields = JsonBody.read(ctx);
        Optional<ApiKeyName> name = ApiKeyFields.name(fields);
        fields.check();
        RenameApiKey.Command command = new RenameApiKey.Command(
                Authentication.caller(ctx), tenant, key, name.orElseThrow(), caller.device(ctx.req()));
        Json.answer(ctx, 200, ApiKeyJson.of(keys.renameApiKey().rename(command), clock.instant()));
    }

    private void revoke(Context ctx) {
        keys.revokeApiKey()
                .revoke(new RevokeApiKey.Command(
                        Authentication.caller(ctx), TenantPath.tenant(ctx), key(ctx), caller.device(ctx.req())));
        ctx.status(204);
    }

    private void rotate(Context ctx) {
        TenantId tenant = TenantPath.tenant(ctx);
        ApiKeyId key = key(ctx);
        Fields fields = JsonBody.read(ctx);
        Duration overlap = ApiKeyFields.overlap(fields);
        fields.check();
        RotateApiKey.Command command =
                new RotateApiKey.Command(Authentication.caller(ctx), tenant, key, overlap, caller.device(ctx.req()));
        Json.answer(ctx, 200, ApiKeyJson.of(keys.rotateApiKey().rotate(command), clock.instant()));
    }

    private void usage(Context ctx) {
        TenantId tenant = TenantPath.tenant(ctx);
        ApiKeyId key = key(ctx);
        QueryFields query = QueryFields.of(ctx);
        Optional<LocalDate> from = query.filter("from", TimeText::day, FieldProblem.MALFORMED);
        Optional<LocalDate> to = query.filter("to", TimeText::day, FieldProblem.MALFORMED);
        query.check();
        ReadApiKeyUsage.Command command =
                new ReadApiKeyUsage.Command(Authentication.caller(ctx), tenant, key, from, to);
        Json.answer(ctx, 200, UsageJson.of(keys.readApiKeyUsage().read(command)));
    }

    private static ApiKeyId key(Context ctx) {
        return new ApiKeyId(PathId.of(ctx, "keyId"));
    }
}
