package io.tenantry.domain.session;

import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.Scope;
import io.tenantry.domain.apikey.Scopes;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;

/**
 * An API key that calls, as of now: by itself, or by a token that it was given.
 *
 * @param user the member who answers for it
 * @param scopes what it may do just now: its own, within what that member's role gives today, within those of the token
 * @param previousSecret whether it was shown by the secret before the last rotation
 */
public record KeyPrincipal(ApiKeyId key, UserId user, TenantId tenant, Scopes scopes, boolean previousSecret)
        implements TenantCaller {

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
