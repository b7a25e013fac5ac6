package io.tenantry.application.apikey;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyDetails;
import io.tenantry.domain.apikey.ApiKeys;
import io.tenantry.domain.apikey.Scopes;
import io.tenantry.domain.failure.Forbidden;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.session.KeyPrincipal;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.TenantCaller;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Sees to it that nobody hands out a key that may do more than they may, or a key one that lives longer (ASVS 8.3.3). */
final class NeverWider {

    private final ApiKeys keys;
    private final InstantSource clock;

    NeverWider(DrivenPorts ports, InstantSource clock) {
        this.keys = ports.apiKeys().keys();
        this.clock = clock;
    }

    /**
     * Lets pass who may hand out a key of these scopes and this end: of keys those alone that show their newest secret. Within a
     * transaction in the tenant's scope.
     *
     * @param in as what the caller, or who answers for the key that calls, is in the tenant
     * @throws Forbidden if it would be wider than the caller
     * @throws Unauthenticated if the key that calls was ended meanwhile
     */
    void require(TenantCaller by, TenantMembership in, Scopes scopes, Optional<Instant> end) {
        boolean within = by instanceof KeyPrincipal key
                ? mayHandOut(key, end) && key.scopes().within(in.role()).cover(scopes)
                : isWithin(in.role(), scopes);
        if (!within) {
            throw new Forbidden();
        }
    }

    /** The same for whoever calls with another key: a user may whatever their role may, as the key's own creator could. */
    void requireNotWiderThan(TenantCaller by, TenantMembership in, ApiKey other) {
        if (!(by instanceof Principal)) {
            require(by, in, other.scopes(), other.expiresAt());
        }
    }

    private static boolean isWithin(Role role, Scopes scopes) {
        return scopes.within(role).equals(scopes);
    }

    /** What ends soon, a token or the secret before a rotation, must not become something that does not. */
    private boolean mayHandOut(KeyPrincipal caller, Optional<Instant> end) {
        if (caller.proof().token()) {
            return false;
        }
        ApiKey own = stored(caller);
        return own.hasSecretSince(caller.proof().secretSince()) && endsInTime(own, end);
    }

    private static boolean endsInTime(ApiKey own, Optional<Instant> end) {
        return own.expiresAt().isEmpty()
                || end.filter(other -> !other.isAfter(own.expiresAt().get())).isPresent();
    }

    /** Read and not held: another key is held already, and their order would be anybody's. */
    private ApiKey stored(KeyPrincipal caller) {
        return keys.find(caller.tenant(), caller.key())
                .map(ApiKeyDetails::key)
                .filter(key -> key.isActive(clock.instant()))
                .orElseThrow(Unauthenticated::new);
    }
}
