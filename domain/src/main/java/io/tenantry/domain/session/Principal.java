package io.tenantry.domain.session;

import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import java.util.Optional;

/**
 * A user who calls, as of now.
 *
 * @param tenant the token's, if the user is still a member; else empty
 * @param role the user's in that tenant now, whatever the token says
 * @param operator whether they may act as an operator: they are one, and have shown two factors in this session
 */
public record Principal(
        UserId user, SessionId session, Optional<TenantId> tenant, Optional<Role> role, boolean operator)
        implements TenantCaller {

    @Override
    public boolean allows(Permission permission) {
        return true;
    }

    @Override
    public boolean reaches(TenantId other) {
        return true;
    }

    @Override
    public Actor actor() {
        return Actor.user(user);
    }
}
