package io.tenantry.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.membership.MembershipFixture;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.mfa.Factors;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantFixture;
import io.tenantry.domain.tenant.TenantStatus;
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
    void two_work_together_who_are_in_one_active_tenant() {
        Identity ada = in(List.of(TenantFixture.aTenant(), tenant));

        assertThat(ada.worksWith(in(List.of(tenant)))).isTrue();
        assertThat(ada.worksWith(in(List.of(TenantFixture.aTenant())))).isFalse();
        assertThat(ada.worksWith(in(List.of()))).isFalse();
    }

    @Test
    void R8_2_2_two_who_share_only_a_suspended_tenant_do_not_work_together() {
        Tenant suspended = tenant.withStatus(TenantStatus.SUSPENDED, tenant.createdAt());

        assertThat(in(List.of(suspended)).worksWith(in(List.of(suspended)))).isFalse();
    }

    @Test
    void memberships_cannot_be_changed_from_outside() {
        List<TenantMembership> memberships = new ArrayList<>(List.of(membership));
        Identity identity = new Identity(user, Profile.UNSAID, Factors.NONE, memberships);

        memberships.clear();

        assertThat(identity.memberships()).containsExactly(membership).isUnmodifiable();
    }

    private static Identity in(List<Tenant> tenants) {
        User user = UserFixture.aUser();
        return new Identity(
                user,
                Profile.UNSAID,
                Factors.NONE,
                tenants.stream()
                        .map(tenant -> new TenantMembership(tenant, MembershipFixture.owner(tenant.id(), user.id())))
                        .toList());
    }
}
