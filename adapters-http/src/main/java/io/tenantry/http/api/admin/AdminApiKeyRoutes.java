package io.tenantry.http.api.admin;

import io.javalin.http.Context;
import io.tenantry.domain.admin.EndApiKey;
import io.tenantry.domain.admin.SearchApiKeys;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.http.auth.Authentication;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.wire.Caller;
import io.tenantry.http.wire.Json;
import io.tenantry.http.wire.Paging;
import io.tenantry.http.wire.PathId;
import io.tenantry.http.wire.QueryFields;
import java.time.Instant;
import java.time.InstantSource;

/** {@code /api/v1/admin/api-keys}: the keys of every tenant, for operators. None of these shows what opens one. */
public final class AdminApiKeyRoutes {
    private static final String ALL = "/api/v1/admin/api-keys";

    private final SearchApiKeys searchApiKeys;
    private final EndApiKey endApiKey;
    private final Caller caller;
    private final InstantSource clock;

    public AdminApiKeyRoutes(SearchApiKeys searchApiKeys, EndApiKey endApiKey, Caller caller, InstantSource clock) {
        this.searchApiKeys = searchApiKeys;
        this.endApiKey = endApiKey;
        this.caller = caller;
        this.clock = clock;
    }

    public void mount(Routes routes) {
        routes.get(ALL, RouteAccess.OPERATOR, this::search);
        routes.delete(ALL + "/{id}", RouteAccess.OPERATOR, this::end);
    }

    private void search(Context ctx) {
        QueryFields query = QueryFields.of(ctx);
        KeySearch wanted = KeySearch.read(query);
        PageRequest page = Paging.asked(query);
        query.check();
        SearchApiKeys.Command command = new SearchApiKeys.Command(
                Authentication.principal(ctx), wanted.text(), wanted.exact(), page, caller.device(ctx.req()));
        Instant now = clock.instant();
        Json.answer(ctx, 200, Paging.answer(searchApiKeys.search(command), found -> AdminApiKeyJson.of(found, now)));
    }

    private void end(Context ctx) {
        ApiKeyId key = new ApiKeyId(PathId.of(ctx, "id"));
        endApiKey.end(Authentication.principal(ctx), key, caller.device(ctx.req()));
        ctx.status(204);
    }
}
