package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tenantry.domain.failure.LastOwner;
import io.tenantry.domain.membership.Member;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.MembershipFixture;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link io.tenantry.domain.membership.Memberships} must do where members are listed, changed and removed. */
public abstract class MemberChangesContract extends PortContract {

    private static final int ROUNDS = 20;

    private final Instant now = TimeFixture.now();

    @Test
    void who_is_a_member_cannot_be_added_once_more() {
        Tenant tenant = storedTenant();
        Membership owner = storedOwner(tenant, storedUser());

        assertThat(in(tenant.id(), () -> ports().memberships().add(owner.as(Role.MEMBER))))
                .isFalse();

        assertThat(find(owner)).contains(owner);
    }

    @Test
    void after_a_refused_member_the_same_transaction_can_go_on() {
        Tenant tenant = storedTenant();
        Membership owner = storedOwner(tenant, storedUser());
        Membership next = MembershipFixture.joined(tenant.id(), storedUser().id(), Role.ADMIN, now);

        boolean added = in(tenant.id(), () -> {
            ports().memberships().add(owner);
            return ports().memberships().add(next);
        });

        assertThat(added).isTrue();
        assertThat(find(next)).contains(next);
    }

    @Test
    void a_new_role_takes_the_place_of_the_old_one_and_all_else_stays() {
        Tenant tenant = storedTenant();
        Membership owner = storedOwner(tenant, storedUser());
        Membership member = stored(join(tenant, Role.MEMBER, 1));
        doIn(tenant.id(), () -> ports().memberships().used(tenant.id(), member.user(), now));

        update(member.as(Role.ADMIN));

        assertThat(find(member))
                .contains(new Membership(tenant.id(), member.user(), Role.ADMIN, member.joinedAt(), Optional.of(now)));
        assertThat(find(owner)).contains(owner);
    }

    @Test
    void a_membership_that_is_not_there_is_not_made_by_changing_it() {
        Tenant tenant = storedTenant();
        storedOwner(tenant, storedUser());
        Membership nobody = join(tenant, Role.ADMIN, 1);

        update(nobody);

        assertThat(find(nobody)).isEmpty();
    }

    @Test
    void a_removed_member_is_gone_and_cannot_be_removed_again() {
        Tenant tenant = storedTenant();
        Membership owner = storedOwner(tenant, storedUser());
        Membership member = stored(join(tenant, Role.ADMIN, 1));

        assertThat(remove(member)).isTrue();

        assertThat(find(member)).isEmpty();
        assertThat(remove(member)).isFalse();
        assertThat(find(owner)).contains(owner);
        assertThat(outside(() -> ports().users().find(member.user()))).isPresent();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ADMIN", "MEMBER"})
    void the_storage_lets_nobody_demote_the_last_owner(Role role) {
        Tenant tenant = storedTenant();
        Membership owner = storedOwner(tenant, storedUser());
        stored(join(tenant, Role.ADMIN, 1));

        assertThatThrownBy(() -> update(owner.as(role))).isInstanceOf(LastOwner.class);

        assertThat(find(owner)).contains(owner);
    }

    @Test
    void the_storage_lets_nobody_remove_the_last_owner() {
        Tenant tenant = storedTenant();
        Membership owner = storedOwner(tenant, storedUser());
        stored(join(tenant, Role.ADMIN, 1));

        assertThatThrownBy(() -> remove(owner)).isInstanceOf(LastOwner.class);

        assertThat(find(owner)).contains(owner);
    }

    @Test
    void the_storage_lets_nobody_erase_the_account_of_the_last_owner() {
        Tenant tenant = storedTenant();
        User owner = storedUser();
        storedOwner(tenant, owner);
        stored(join(tenant, Role.ADMIN, 1));

        assertThatThrownBy(() -> erase(owner)).isInstanceOf(LastOwner.class);

        assertThat(outside(() -> ports().users().find(owner.id()))).contains(owner);
        assertThat(owners(tenant)).hasSize(1);
    }

    @Test
    void the_last_owner_of_a_closed_tenant_may_have_their_account_erased() {
        Tenant tenant = storedTenant();
        User owner = storedUser();
        storedOwner(tenant, owner);
        doOutside(() -> ports().tenants().update(tenant.closed(now)));

        erase(owner);

        assertThat(outside(() -> ports().users().find(owner.id()))).isEmpty();
        assertThat(owners(tenant)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void of_two_owners_either_account_may_be_erased_and_the_other_must_stay(int first) {
        Tenant tenant = storedTenant();
        List<User> users = List.of(storedUser(), storedUser());
        users.forEach(user -> storedOwner(tenant, user));

        erase(users.get(first));

        assertThatThrownBy(() -> erase(users.get(1 - first))).isInstanceOf(LastOwner.class);
        assertThat(owners(tenant))
                .extracting(Membership::user)
                .containsExactly(users.get(1 - first).id());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void of_two_owners_either_may_go_and_the_other_must_stay(int first) {
        Tenant tenant = storedTenant();
        List<Membership> owners = List.of(storedOwner(tenant, storedUser()), storedOwner(tenant, storedUser()));
        Membership goes = owners.get(first);
        Membership stays = owners.get(1 - first);

        update(goes.as(Role.MEMBER));

        assertThatThrownBy(() -> remove(stays)).isInstanceOf(LastOwner.class);
        update(goes);
        assertThat(remove(stays)).isTrue();
        assertThat(owners(tenant)).containsExactly(goes);
    }

    @Test
    void ownership_is_handed_on_within_one_transaction() {
        Tenant tenant = storedTenant();
        Membership old = storedOwner(tenant, storedUser());
        Membership heir = stored(join(tenant, Role.MEMBER, 1));

        doIn(tenant.id(), () -> {
            ports().memberships().update(heir.as(Role.OWNER));
            ports().memberships().remove(tenant.id(), old.user());
        });

        assertThat(owners(tenant)).containsExactly(heir.as(Role.OWNER));
    }

    @Test
    void a_member_is_changed_and_removed_in_the_scope_of_all_tenants_too() {
        Tenant tenant = storedTenant();
        storedOwner(tenant, storedUser());
        Membership member = stored(join(tenant, Role.MEMBER, 1));

        across(() -> {
            ports().memberships().hold(tenant.id());
            ports().memberships().update(member.as(Role.ADMIN));
            return member;
        });
        assertThat(find(member)).contains(member.as(Role.ADMIN));

        assertThat(across(() -> ports().memberships().remove(tenant.id(), member.user())))
                .isTrue();
    }

    @Test
    void who_holds_the_members_second_waits_and_sees_what_the_first_has_done() throws Exception {
        Tenant tenant = storedTenant();
        Membership first = storedOwner(tenant, storedUser());
        Membership second = storedOwner(tenant, storedUser());

        List<Membership> seen = InParallel.secondWaits(
                midst -> doIn(tenant.id(), () -> {
                    ports().memberships().hold(tenant.id());
                    midst.run();
                    ports().memberships().remove(tenant.id(), first.user());
                }),
                () -> in(tenant.id(), () -> {
                    ports().memberships().hold(tenant.id());
                    return ports().memberships().withRole(tenant.id(), Role.OWNER);
                }));

        assertThat(seen).containsExactly(second);
    }

    @Test
    void of_two_owners_who_go_at_once_and_look_at_nothing_one_is_refused() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Tenant tenant = storedTenant();
            List<Membership> owners = List.of(storedOwner(tenant, storedUser()), storedOwner(tenant, storedUser()));

            List<Optional<Throwable>> outcomes = InParallel.run(2, number -> holdAndRemove(owners.get(number)));

            assertThat(outcomes.stream().flatMap(Optional::stream))
                    .singleElement()
                    .isInstanceOf(LastOwner.class);
            assertThat(owners(tenant)).hasSize(1);
        }
    }

    @Test
    void of_two_owners_who_go_at_once_and_hold_nothing_one_stays() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Tenant tenant = storedTenant();
            List<Membership> owners = List.of(storedOwner(tenant, storedUser()), storedOwner(tenant, storedUser()));

            InParallel.run(2, number -> Optional.ofNullable(catchThrowable(() -> remove(owners.get(number)))));

            assertThat(owners(tenant)).isNotEmpty();
        }
    }

    @Test
    void a_tenant_that_waits_to_be_removed_is_not_owned_alone() {
        Tenant tenant = storedTenant();
        User owner = storedUser();
        storedOwner(tenant, owner);
        doOutside(() -> ports().tenants().update(tenant.closed(now)));

        assertThat(across(() -> ports().memberships().ownedAlone(owner.id()))).isEmpty();
    }

    @Test
    void members_come_page_by_page_in_the_order_in_which_they_joined_none_twice_and_none_left_out() {
        Tenant tenant = storedTenant();
        storedOwner(storedTenant(), storedUser());
        List<Membership> joined = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            joined.add(stored(join(tenant, i % 2 == 0 ? Role.OWNER : Role.MEMBER, i / 3)));
        }

        List<Member> listed = new ArrayList<>();
        PageRequest request = new PageRequest(Optional.empty(), 3);
        Page<Member> page = page(tenant, request);
        listed.addAll(page.items());
        while (page.next().isPresent()) {
            assertThat(page.items()).hasSize(3);
            page = page(tenant, new PageRequest(page.next(), 3));
            listed.addAll(page.items());
        }

        assertThat(listed).extracting(Member::membership).containsExactlyInAnyOrderElementsOf(joined);
        assertThat(listed).extracting(member -> member.membership().joinedAt()).isSorted();
        assertThat(listed)
                .allSatisfy(member -> assertThat(member.user())
                        .isEqualTo(outside(() ->
                                        ports().users().find(member.membership().user()))
                                .orElseThrow()));
    }

    @Test
    void a_page_that_holds_them_all_says_that_there_is_no_other() {
        Tenant tenant = storedTenant();
        storedOwner(tenant, storedUser());

        assertThat(page(tenant, new PageRequest(Optional.empty(), 1)).next()).isEmpty();
        assertThat(page(storedTenant(), PageRequest.FIRST).items()).isEmpty();
    }

    private void erase(User user) {
        across(() -> {
            ports().users().remove(user);
            return user;
        });
    }

    private Optional<Throwable> holdAndRemove(Membership membership) {
        return Optional.ofNullable(catchThrowable(() -> doIn(membership.tenant(), () -> {
            ports().memberships().hold(membership.tenant());
            ports().memberships().remove(membership.tenant(), membership.user());
        })));
    }

    private Membership join(Tenant tenant, Role role, int second) {
        return MembershipFixture.joined(tenant.id(), storedUser().id(), role, now.plusSeconds(second));
    }

    private void update(Membership membership) {
        doIn(membership.tenant(), () -> ports().memberships().update(membership));
    }

    private boolean remove(Membership membership) {
        return in(membership.tenant(), () -> ports().memberships().remove(membership.tenant(), membership.user()));
    }

    private Optional<Membership> find(Membership membership) {
        return across(() -> ports().memberships().find(membership.tenant(), membership.user()));
    }

    private List<Membership> owners(Tenant tenant) {
        return across(() -> ports().memberships().withRole(tenant.id(), Role.OWNER));
    }

    private Page<Member> page(Tenant tenant, PageRequest request) {
        return in(tenant.id(), () -> ports().memberships().page(tenant.id(), request));
    }
}
