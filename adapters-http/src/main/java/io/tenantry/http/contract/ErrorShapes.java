package io.tenantry.http.contract;

import io.tenantry.http.api.ProblemShape;
import io.tenantry.http.contract.frontendauth.FrontendAuthErrors;
import io.tenantry.http.contract.statuswatch.StatuswatchErrors;
import io.tenantry.http.contract.stockshift.StockshiftErrors;
import io.tenantry.http.contract.tenants.TenantsErrors;
import io.tenantry.http.oauth.OAuthErrors;
import io.tenantry.http.wire.ErrorShape;
import java.util.Map;

/** Whose path a path is: in whose words its errors are told. */
public final class ErrorShapes {
    private static final ErrorShape PROBLEM = new ProblemShape();
    private static final ErrorShape TENANTS = new TenantsErrors("Internal server error");
    private static final ErrorShape FRONTEND_AUTH = new FrontendAuthErrors();
    private static final ErrorShape OAUTH = new OAuthErrors();
    private static final ErrorShape STATUSWATCH = new StatuswatchErrors();
    private static final Map<String, ErrorShape> BY_PATH = Map.of(
            "/api/tenants/register", new TenantsErrors("Error registering tenant"),
            "/api/tenants/login", new TenantsErrors("Unable to login"),
            "/api/auth/login", new SharedLoginErrors(),
            "/api/auth/refresh", new StockshiftErrors(),
            "/api/auth/token", STATUSWATCH,
            "/api/auth/token/refresh", STATUSWATCH,
            "/api/auth/me", STATUSWATCH);

    private ErrorShapes() {}

    /** @param path of the request, as it came */
    public static ErrorShape ofPath(String path) {
        String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        ErrorShape known = BY_PATH.get(bare);
        if (known != null) {
            return known;
        }
        if (isBelow("/api/auth", bare)) {
            return FRONTEND_AUTH;
        }
        if (isBelow("/oauth", bare)) {
            return OAUTH;
        }
        return isBelow("/api/tenants", bare) ? TENANTS : PROBLEM;
    }

    private static boolean isBelow(String folder, String path) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }
}
