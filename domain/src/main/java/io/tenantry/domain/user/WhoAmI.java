package io.tenantry.domain.user;

import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.mfa.Factors;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Principal;
import java.util.List;
import java.util.Optional;

/** Tells the caller who they are, where they are and where else they belong, as of a second ago at the most. */
@DrivingPort
public interface WhoAmI {

    /** @throws io.tenantry.domain.failure.Unauthenticated if the user is no more */
    Self whoAmI(Principal principal);

    /**
     * @param current the tenant of the caller's token, if they are still a member
     * @param memberships the oldest first, those in suspended tenants too
     */
    record Self(
            User user,
            Profile profile,
            Factors factors,
            Optional<TenantMembership> current,
            List<TenantMembership> memberships) {}
}
