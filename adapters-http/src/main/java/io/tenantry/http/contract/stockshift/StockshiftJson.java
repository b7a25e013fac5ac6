package io.tenantry.http.contract.stockshift;

import io.tenantry.domain.session.AccessClaims;
import io.tenantry.domain.tenant.RegisterTenant.Registered;
import java.time.Duration;

/** The answers of the stockshift contract: an envelope around each. */
record StockshiftJson(boolean success, String message, Object data) {
    static StockshiftJson of(String message, Object data) {
        return new StockshiftJson(true, message, data);
    }

    record RegisteredJson(
            String tenantId,
            String tenantName,
            String tenantSlug,
            String userId,
            String userEmail,
            String userFullName) {
        static RegisteredJson of(Registered registered) {
            return new RegisteredJson(
                    registered.tenant().id().toString(),
                    registered.tenant().name().value(),
                    registered.tenant().slug().value(),
                    registered.owner().id().toString(),
                    registered.owner().email().value(),
                    registered.owner().name().full());
        }
    }

    /** @param expiresIn in milliseconds */
    record RefreshedJson(String accessToken, String tokenType, long expiresIn) {
        static RefreshedJson of(AccessClaims claims, String accessToken) {
            return new RefreshedJson(
                    accessToken,
                    "Bearer",
                    Duration.between(claims.issuedAt(), claims.expiresAt()).toMillis());
        }
    }
}
