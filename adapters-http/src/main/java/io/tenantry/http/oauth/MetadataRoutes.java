package io.tenantry.http.oauth;

import io.javalin.http.Context;
import io.tenantry.domain.membership.Permission;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.wire.Json;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /.well-known/oauth-authorization-server}: where clients find what there is of OAuth (RFC 8414, section 2). */
public final class MetadataRoutes {
    private static final String CACHE = "public, max-age=300";
    private static final List<String> SCOPES = Arrays.stream(Permission.values())
            .map(Permission::scope)
            .flatMap(Optional::stream)
            .sorted()
            .toList();

    private final Map<String, Object> metadata;

    /** @param publicUrl as it stands in tokens as their issuer */
    public MetadataRoutes(URI publicUrl) {
        String base = publicUrl.toString().replaceAll("/+$", "");
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("issuer", publicUrl.toString());
        all.put("token_endpoint", base + "/oauth/token");
        all.put("introspection_endpoint", base + "/oauth/introspect");
        all.put("revocation_endpoint", base + "/oauth/revoke");
        all.put("jwks_uri", base + "/.well-known/jwks.json");
        all.put("grant_types_supported", List.of("client_credentials"));
        all.put("response_types_supported", List.of());
        all.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"));
        all.put("scopes_supported", SCOPES);
        this.metadata = all;
    }

    public void mount(Routes routes) {
        routes.get("/.well-known/oauth-authorization-server", RouteAccess.PUBLIC, this::show);
    }

    private void show(Context ctx) {
        ctx.header("Cache-Control", CACHE);
        Json.answer(ctx, 200, metadata);
    }
}
