package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.MembershipFixture;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.membership.Memberships} must do beside keeping to the scope. */
public abstract class MembershipsContract extends PortContract {

    private final Instant now = TimeFixture.now();

    @Test
    void members_are_counted_in_their_tenants_scope() {
        Tenant tenant = storedTenant();
        assertThat(in(tenant.id(), () -> ports().memberships().count(tenant.id())))
                .isZero();
        storedOwner(tenant, storedUser());
        storedOwner(tenant, storedUser());
        storedOwner(storedTenant(), storedUser());

        assertThat(in(tenant.id(), () -> ports().memberships().count(tenant.id())))
                .isEqualTo(2);
        assertThat(across(() -> ports().memberships().count(tenant.id()))).isEqualTo(2);
        assertThat(outside(() -> ports().memberships().count(tenant.id()))).isZero();
    }

    @Test
    void a_membership_in_every_role_comes_back_as_it_was() {
        Tenant tenant = storedTenant();
        for (Role role : Role.values()) {
            Membership membership =
                    stored(MembershipFixture.joined(tenant.id(), storedUser().id(), role, now));

            assertThat(in(tenant.id(), () -> ports().memberships().find(tenant.id(), membership.user())))
                    .contains(membership);
        }
    }

    @Test
    void who_is_no_member_is_not_found() {
        Tenant tenant = storedTenant();
        User stranger = storedUser();

        assertThat(in(tenant.id(), () -> ports().memberships().find(tenant.id(), stranger.id())))
                .isEmpty();
        assertThat(across(() -> ports().memberships().of(stranger.id()))).isEmpty();
    }

    @Test
    void memberships_of_a_user_come_with_their_tenants_the_oldest_first() {
        User user = storedUser();
        Tenant newest = storedTenant();
        Tenant oldest = storedTenant();
        Membership inNewest = stored(member(newest, user, 2));
        Membership inOldest = stored(member(oldest, user, 1));

        assertThat(across(() -> ports().memberships().of(user.id())))
                .containsExactly(new TenantMembership(oldest, inOldest), new TenantMembership(newest, inNewest));
    }

    @Test
    void memberships_in_tenants_that_are_not_active_are_listed_too() {
        User user = storedUser();
        Tenant tenant = storedTenant();
        Membership membership = storedOwner(tenant, user);
        Tenant suspended = tenant.withStatus(TenantStatus.SUSPENDED, now);
        doOutside(() -> ports().tenants().update(suspended));

        assertThat(across(() -> ports().memberships().of(user.id())))
                .containsExactly(new TenantMembership(suspended, membership));
    }

    @Test
    void members_with_a_role_come_in_the_order_in_which_they_joined() {
        Tenant tenant = storedTenant();
        Membership third = stored(member(tenant, storedUser(), 3));
        Membership first = stored(member(tenant, storedUser(), 1));
        Membership second = stored(member(tenant, storedUser(), 2));
        storedOwner(tenant, storedUser());

        assertThat(withRole(tenant, Role.MEMBER)).containsExactly(first, second, third);
        assertThat(withRole(tenant, Role.OWNER)).hasSize(1);
        assertThat(withRole(tenant, Role.ADMIN)).isEmpty();
    }

    @Test
    void across_tenants_members_with_a_role_are_those_of_the_one_tenant() {
        Tenant tenant = storedTenant();
        Membership owner = storedOwner(tenant, storedUser());
        storedOwner(storedTenant(), storedUser());

        assertThat(across(() -> ports().memberships().withRole(tenant.id(), Role.OWNER)))
                .containsExactly(owner);
    }

    @Test
    void when_a_membership_was_last_used_is_noted_for_it_alone() {
        User user = storedUser();
        Membership used = storedOwner(storedTenant(), user);
        Membership unused = storedOwner(storedTenant(), user);
        Instant later = now.plusSeconds(5);

        doIn(used.tenant(), () -> ports().memberships().used(used.tenant(), user.id(), later));

        assertThat(lastUsed(used)).contains(later);
        assertThat(lastUsed(unused)).isEmpty();
    }

    @Test
    void when_a_membership_was_last_used_can_be_noted_across_tenants() {
        Membership membership = storedOwner(storedTenant(), storedUser());

        across(() -> {
            ports().memberships().used(membership.tenant(), membership.user(), now);
            return true;
        });

        assertThat(lastUsed(membership)).contains(now);
    }

    @Test
    void a_user_owns_alone_where_they_are_owner_and_nobody_else_is() {
        User user = storedUser();
        Tenant alone = storedTenant();
        Tenant withMembers = storedTenant();
        Tenant shared = storedTenant();
        Tenant anothers = storedTenant();
        storedOwner(alone, user);
        storedOwner(withMembers, user);
        stored(member(withMembers, storedUser(), 1));
        storedOwner(shared, user);
        storedOwner(shared, storedUser());
        storedOwner(anothers, storedUser());
        stored(member(anothers, user, 1));

        assertThat(ownedAlone(user)).containsExactlyInAnyOrder(alone.id(), withMembers.id());
        assertThat(ownedAlone(storedUser())).isEmpty();
    }

    @Test
    void of_owners_who_leave_their_tenants_at_once_one_of_each_tenant_stays() throws Exception {
        List<Tenant> tenants = Stream.generate(this::storedTenant).limit(3).toList();
        List<User> owners = Stream.generate(this::storedUser).limit(6).toList();
        tenants.forEach(tenant -> owners.forEach(owner -> storedOwner(tenant, owner)));

        List<Boolean> left = InParallel.run(6, number -> leavesUnlessAlone(owners.get(number)));

        assertThat(left).containsOnlyOnce(false);
        User last = owners.get(left.indexOf(false));
        assertThat(ownedAlone(last)).hasSize(3);
    }

    private boolean leavesUnlessAlone(User owner) {
        return across(() -> {
            boolean leaves = ports().memberships().ownedAlone(owner.id()).isEmpty();
            if (leaves) {
                ports().users().remove(owner);
            }
            return leaves;
        });
    }

    private List<TenantId> ownedAlone(User user) {
        return across(() -> ports().memberships().ownedAlone(user.id()));
    }

    private Membership member(Tenant tenant, User user, int second) {
        return MembershipFixture.joined(tenant.id(), user.id(), Role.MEMBER, now.plusSeconds(second));
    }

    private List<Membership> withRole(Tenant tenant, Role role) {
        return in(tenant.id(), () -> ports().memberships().withRole(tenant.id(), role));
    }

    private Optional<Instant> lastUsed(Membership membership) {
        return across(() -> ports().memberships().find(membership.tenant(), membership.user()))
                .flatMap(Membership::lastUsedAt);
    }
}
