package io.tenantry.domain.apikey;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.tenant.Tenant;
import java.time.Instant;
import java.util.Optional;

/**
 * A key with all that decides what it may do.
 *
 * @param role of the member who answers for it; empty if they are a member no more, or disabled
 * @param used units of the tenant, when this was read
 */
public record KnownKey(ApiKey key, Tenant tenant, Optional<Role> role, MonthlyUnits used) {

    /** What it gives just now: never more than the role of who answers for it (ASVS 8.3.3). */
    public Scopes scopes() {
        return role.map(key.scopes()::within).orElse(Scopes.NONE);
    }

    /** Why a secret does not open it just now; empty if it does. What the reason is learns only who has the right one. */
    public Optional<KeyRefusal> refusal(TokenDigest shown, Instant now) {
        return key.isOpenedBy(shown, now) ? refusal(now) : Optional.of(KeyRefusal.UNKNOWN);
    }

    /** Why it cannot be used just now, whatever the secret. */
    public Optional<KeyRefusal> refusal(Instant now) {
        if (key.isRevoked() || role.isEmpty()) {
            return Optional.of(KeyRefusal.REVOKED);
        }
        if (key.isExpired(now)) {
            return Optional.of(KeyRefusal.EXPIRED);
        }
        return tenant.isActive() ? Optional.empty() : Optional.of(KeyRefusal.TENANT_SUSPENDED);
    }
}
