package io.tenantry.http.api.session;

import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.Session;
import io.tenantry.http.wire.Json;

/**
 * A session as its user sees it.
 *
 * @param expiresAt when it ends if it is not used again
 * @param current whether it is the one by which they call
 */
record SessionJson(
        String id,
        String createdAt,
        String lastUsedAt,
        String expiresAt,
        String ip,
        String userAgent,
        boolean rememberMe,
        boolean current) {
    static SessionJson of(Session session, Principal by) {
        return new SessionJson(
                session.id().toString(),
                Json.time(session.createdAt()),
                Json.time(session.lastUsedAt()),
                Json.time(session.endsUnused()),
                session.device().address().orElse(null),
                session.device().userAgent().orElse(null),
                session.rememberMe(),
                session.id().equals(by.session()));
    }
}
