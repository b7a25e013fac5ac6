package io.tenantry.domain.session;

import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.Scope;
import io.tenantry.domain.apikey.Scopes;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import java.time.Instant;

/**
 * An API key that calls, as of now: by itself, or by a token that it was given.
 *
 * @param user the member who answers for it
 * @param scopes what it may do just now: its own, within what that member's role gives today, within those of the token
 * @param proof by what it has shown that it is this key
 */
public record KeyPrincipal(ApiKeyId key, UserId user, TenantId tenant, Scopes scopes, Proof proof)
        implements TenantCaller {

    /**
     * What was shown.
     *
     * @param secretSince when the secret was handed out that was shown, or that the token was given for
     * @param previous whether that is the secret before the last rotation
     * @param token whether a token was shown in place of the key itself
     */
    public record Proof(Instant secretSince, boolean previous, boolean token) {}

    @Override
    public boolean allows(Permission permission) {
        return permission.scope().map(Scope::new).filter(scopes::cover).isPresent();
    }

    @Override
    public boolean reaches(TenantId other) {
        return tenant.equals(other);
    }

    @Override
    public boolean operator() {
        return false;
    }

    @Override
    public Actor actor() {
        return Actor.apiKey(key);
    }
}
