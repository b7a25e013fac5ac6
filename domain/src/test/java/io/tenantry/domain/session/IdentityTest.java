package io.tenantry.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.membership.MembershipFixture;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.mfa.Factors;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantFixture;
import io.tenantry.domain.user.Profile;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityTest {

    private final User user = UserFixture.aUser();
    private final Tenant tenant = TenantFixture.aTenant();
    private final TenantMembership membership =
            new TenantMembership(tenant, MembershipFixture.owner(tenant.id(), user.id()));

    @Test
    void a_membership_is_found_by_its_tenant() {
        Identity identity = new Identity(user, Profile.UNSAID, Factors.NONE, List.of(membership));

        assertThat(identity.in(tenant.id())).contains(membership);
        assertThat(identity.in(TenantFixture.aTenant().id())).isEmpty();
    }

    @Test
    void memberships_cannot_be_changed_from_outside() {
        List<TenantMembership> memberships = new ArrayList<>(List.of(membership));
        Identity identity = new Identity(user, Profile.UNSAID, Factors.NONE, memberships);

        memberships.clear();

        assertThat(identity.memberships()).containsExactly(membership).isUnmodifiable();
    }
}
