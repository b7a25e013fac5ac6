package io.tenantry.http;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What {@code GET /metrics} shows, and to whom: to a caller on the same machine whose request came through no proxy, or who
 * shows the token as bearer.
 *
 * @param text the numbers, in the Prometheus text format 0.0.4
 * @param token by which others may read them; if empty, nobody else may
 */
public record MetricsEndpoint(Supplier<String> text, Optional<String> token) {
    @Override
    public String toString() {
        return "MetricsEndpoint[" + (token.isPresent() ? "with a token" : "without a token") + "]";
    }
}
