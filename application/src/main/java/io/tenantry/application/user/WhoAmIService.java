package io.tenantry.application.user;

import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.session.Identities;
import io.tenantry.domain.session.Identity;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.user.WhoAmI;

final class WhoAmIService implements WhoAmI {

    private final Identities identities;

    WhoAmIService(Identities identities) {
        this.identities = identities;
    }

    @Override
    public Self whoAmI(Principal principal) {
        Identity identity = identities.of(principal.user()).orElseThrow(Unauthenticated::new);
        return new Self(
                identity.user(),
                identity.profile(),
                identity.factors(),
                principal.tenant().flatMap(identity::in),
                identity.memberships());
    }
}
