package io.tenantry.http.wire;

import java.util.Map;

/** What every answer carries, whatever came of the request. A route may set its own {@code Cache-Control}. */
final class CommonHeaders {
    static final Map<String, String> ALL = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cache-Control", "no-store");

    private CommonHeaders() {}
}
