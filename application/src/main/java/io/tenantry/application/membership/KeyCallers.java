package io.tenantry.application.membership;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyDetails;
import io.tenantry.domain.apikey.ApiKeys;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.session.KeyPrincipal;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.user.Users;

/**
 * Looks once more at a key that calls, there and then: between its headers and the end of its body it may have been ended, or handed
 * to somebody else. Within a transaction in the tenant's scope. That it is not expired was told when the call began.
 */
final class KeyCallers {

    private final ApiKeys keys;
    private final Users users;

    KeyCallers(DrivenPorts ports) {
        this.keys = ports.apiKeys().keys();
        this.users = ports.users();
    }

    /** @throws Unauthenticated if a key calls that is good no more */
    void requireLive(TenantCaller by) {
        if (by instanceof KeyPrincipal key && !isLive(key)) {
            throw new Unauthenticated();
        }
    }

    private boolean isLive(KeyPrincipal by) {
        return keys.find(by.tenant(), by.key())
                .map(ApiKeyDetails::key)
                .filter(key -> isStill(key, by))
                .flatMap(key -> users.find(key.createdBy()))
                .filter(user -> !user.disabled())
                .isPresent();
    }

    private static boolean isStill(ApiKey key, KeyPrincipal by) {
        return !key.isRevoked() && key.createdBy().equals(by.user()) && hasSecret(key, by.proof());
    }

    /** Its overlap may end while the body comes; replaced it must not be. */
    private static boolean hasSecret(ApiKey key, KeyPrincipal.Proof proof) {
        return key.hasSecretSince(proof.secretSince())
                || key.previous()
                        .filter(before -> before.secret().since().equals(proof.secretSince()))
                        .isPresent();
    }
}
