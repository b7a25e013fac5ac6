package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.invitation.Invitation;
import io.tenantry.domain.invitation.InvitationId;
import io.tenantry.domain.invitation.InvitationStatus;
import io.tenantry.domain.membership.MembershipFixture;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.tenant.Domain;
import io.tenantry.domain.tenant.DomainClaim;
import io.tenantry.domain.tenant.DomainFixture;
import io.tenantry.domain.tenant.NewTenant;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantFixture;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.tenant.Tenants} must do about those that are to go. */
public abstract class TenantRemovalContract extends PortContract {

    /** Long before anything that other tests store, so that they do not come between. */
    private static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06.789012Z");

    private static final int ALL = 1_000;

    @Test
    void a_closed_tenant_can_be_removed_once_its_time_is_over_and_not_before() {
        Tenant closed = closed(storedTenant());
        Instant end = closed.removedAfter().orElseThrow();

        assertThat(holdRemovable(end.plusMillis(1))).contains(closed.id());
        assertThat(holdRemovable(end)).doesNotContain(closed.id());
    }

    @Test
    void a_tenant_that_is_open_or_was_restored_or_was_only_suspended_is_never_to_be_removed() {
        Tenant open = storedTenant();
        Tenant restored = closed(storedTenant());
        Tenant suspended = storedTenant();
        update(restored.withStatus(TenantStatus.ACTIVE, TimeFixture.now()));
        update(suspended.withStatus(TenantStatus.SUSPENDED, TimeFixture.now()));

        assertThat(holdRemovable(LONG_AGO.plus(Duration.ofDays(3650))))
                .doesNotContain(open.id(), restored.id(), suspended.id());
    }

    @Test
    void a_closed_tenant_that_is_suspended_as_well_is_removed_all_the_same() {
        Tenant closed = closed(storedTenant());
        update(closed.withStatus(TenantStatus.SUSPENDED, TimeFixture.now()));

        assertThat(holdRemovable(closed.removedAfter().orElseThrow().plusMillis(1)))
                .contains(closed.id());
    }

    @Test
    void no_more_are_held_than_were_asked_for() {
        Instant end = closed(storedTenant()).removedAfter().orElseThrow();
        closed(storedTenant());

        assertThat(outside(() -> ports().tenants().holdRemovable(end.plusMillis(1), 1)))
                .hasSize(1);
    }

    @Test
    void of_several_who_look_at_once_no_two_get_the_same_tenant() throws Exception {
        List<Tenant> closed =
                Stream.generate(() -> closed(storedTenant())).limit(8).toList();
        Instant after = closed.get(7).removedAfter().orElseThrow().plusMillis(1);

        List<List<TenantId>> taken = InParallel.run(4, number -> across(() -> takeRemovable(after)));

        assertThat(taken.stream().flatMap(List::stream)).doesNotHaveDuplicates();
        across(() -> takeRemovable(after));
        assertThat(closed.stream().map(Tenant::id)).allMatch(id -> find(id).isEmpty());
    }

    @Test
    void a_tenant_is_never_verified_as_long_as_no_member_has_a_verified_address() {
        Tenant tenant = storedAt(LONG_AGO);
        User owner = storedUser();
        storedOwner(tenant, owner);

        assertThat(neverVerified(LONG_AGO.plusSeconds(1))).contains(tenant);
        assertThat(neverVerified(LONG_AGO)).doesNotContain(tenant);

        User other = storedUser();
        stored(MembershipFixture.joined(tenant.id(), other.id(), Role.MEMBER, TimeFixture.now()));
        doOutside(() -> ports().users().update(other.verified(TimeFixture.now())));

        assertThat(neverVerified(LONG_AGO.plusSeconds(1))).doesNotContain(tenant);
    }

    @Test
    void a_tenant_that_is_not_active_is_not_among_those_that_were_never_verified() {
        Tenant suspended = storedAt(LONG_AGO);
        storedOwner(suspended, storedUser());
        update(suspended.withStatus(TenantStatus.SUSPENDED, TimeFixture.now()));

        assertThat(neverVerified(LONG_AGO.plusSeconds(1)))
                .extracting(Tenant::id)
                .doesNotContain(suspended.id());
    }

    @Test
    void no_more_never_verified_ones_are_found_than_were_asked_for() {
        storedOwner(storedAt(LONG_AGO), storedUser());
        storedOwner(storedAt(LONG_AGO), storedUser());

        assertThat(across(() -> ports().tenants().neverVerified(LONG_AGO.plusSeconds(1), 1)))
                .hasSize(1);
    }

    @Test
    void a_removed_tenant_takes_along_what_was_its_own_and_nothing_else() {
        Tenant tenant = closed(storedTenant());
        Tenant other = storedTenant();
        User user = storedUser();
        storedOwner(tenant, user);
        storedOwner(other, user);
        Domain domain = storedDomain(tenant);
        Domain kept = storedDomain(other);
        DomainClaim claim = storedClaim(tenant);
        Invitation invitation = storedInvitation(tenant, user);

        doIn(tenant.id(), () -> ports().tenants().remove(tenant.id()));

        assertThat(find(tenant.id())).isEmpty();
        assertThat(outside(() -> ports().tenants().find(tenant.slug()))).isEmpty();
        assertThat(across(() -> ports().memberships().of(user.id())))
                .extracting(in -> in.tenant().id())
                .containsExactly(other.id());
        assertThat(across(() -> ports().domains().find(domain.host()))).isEmpty();
        assertThat(across(() -> ports().domainClaims().find(tenant.id(), claim.host())))
                .isEmpty();
        assertThat(across(() -> ports().invitations().find(tenant.id(), invitation.id())))
                .isEmpty();
        assertThat(outside(() -> ports().users().find(user.id()))).isPresent();
        assertThat(across(() -> ports().domains().find(kept.host()))).contains(kept);
    }

    @Test
    void R_E9_the_slug_of_a_removed_tenant_can_be_had_again_and_inherits_nothing() {
        Tenant tenant = closed(storedTenant());
        User owner = storedUser();
        storedOwner(tenant, owner);
        across(() -> {
            ports().tenants().remove(tenant.id());
            return tenant;
        });

        Tenant next = outside(() -> ports().tenants().add(TenantFixture.aNewTenantWith(tenant.slug())))
                .orElseThrow();

        assertThat(next.id()).isNotEqualTo(tenant.id());
        assertThat(next.number()).isGreaterThan(tenant.number());
        assertThat(across(() -> ports().memberships().withRole(next.id(), Role.OWNER)))
                .isEmpty();
    }

    @Test
    void a_removal_that_is_rolled_back_leaves_the_tenant_with_its_members() {
        Tenant tenant = closed(storedTenant());
        User owner = storedUser();
        storedOwner(tenant, owner);
        Rollback.of(() -> doIn(tenant.id(), () -> {
            ports().tenants().remove(tenant.id());
            throw new Rollback();
        }));

        assertThat(find(tenant.id())).contains(tenant);
        assertThat(across(() -> ports().memberships().of(owner.id()))).hasSize(1);
    }

    /** Its time ends long before now. */
    private Tenant closed(Tenant tenant) {
        Tenant closed = tenant.closed(LONG_AGO);
        update(closed);
        return closed;
    }

    private void update(Tenant tenant) {
        doOutside(() -> ports().tenants().update(tenant));
    }

    private Tenant storedAt(Instant createdAt) {
        NewTenant like = TenantFixture.aNewTenant();
        NewTenant old = new NewTenant(like.id(), like.name(), like.slug(), like.contactEmail(), createdAt);
        return outside(() -> ports().tenants().add(old)).orElseThrow();
    }

    private Domain storedDomain(Tenant tenant) {
        Domain domain = DomainFixture.primaryOf(tenant.id(), DomainFixture.aHost());
        doIn(tenant.id(), () -> ports().domains().add(domain));
        return domain;
    }

    private DomainClaim storedClaim(Tenant tenant) {
        DomainClaim claim = DomainFixture.claimOf(tenant.id(), DomainFixture.aHost());
        doIn(tenant.id(), () -> ports().domainClaims().keep(claim));
        return claim;
    }

    private Invitation storedInvitation(Tenant tenant, User by) {
        Instant now = TimeFixture.now();
        Invitation invitation = new Invitation(
                InvitationId.next(now, UniqueFixture.random()),
                tenant.id(),
                UserFixture.anAddress(),
                Role.MEMBER,
                SecretToken.generate(UniqueFixture.random()).digest(),
                InvitationStatus.PENDING,
                Optional.of(by.id()),
                false,
                now,
                now.plus(Invitation.LIFETIME));
        doIn(tenant.id(), () -> ports().invitations().add(invitation));
        return invitation;
    }

    private List<TenantId> holdRemovable(Instant now) {
        return outside(() -> ports().tenants().holdRemovable(now, ALL)).stream()
                .map(Tenant::id)
                .toList();
    }

    private List<TenantId> takeRemovable(Instant now) {
        List<TenantId> held = ports().tenants().holdRemovable(now, ALL).stream()
                .map(Tenant::id)
                .toList();
        held.forEach(ports().tenants()::remove);
        return held;
    }

    private List<Tenant> neverVerified(Instant before) {
        return across(() -> ports().tenants().neverVerified(before, ALL));
    }

    private Optional<Tenant> find(TenantId id) {
        return outside(() -> ports().tenants().find(id));
    }
}
