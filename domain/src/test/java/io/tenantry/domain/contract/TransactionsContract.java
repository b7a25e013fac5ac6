package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tenantry.domain.failure.SlugTaken;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.MembershipFixture;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.tenant.Domain;
import io.tenantry.domain.tenant.DomainFixture;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.port.Transactions} must do. */
public abstract class TransactionsContract extends PortContract {

    @Test
    void what_work_returns_is_returned_in_every_scope() {
        for (Scope scope : scopes(storedTenant())) {
            assertThat(scope.run(() -> true)).isTrue();
        }
    }

    @Test
    void what_work_stored_is_there_after_it_returned() {
        User user = UserFixture.aUser();

        doOutside(() -> ports().users().add(user));

        assertThat(outside(() -> ports().users().find(user.id()))).contains(user);
    }

    @Test
    void work_sees_what_it_stored_itself() {
        User user = UserFixture.aUser();

        assertThat(outside(() -> {
                    ports().users().add(user);
                    return ports().users().find(user.id());
                }))
                .contains(user);
    }

    @Test
    void work_that_throws_stores_nothing_in_any_scope() {
        for (Scope scope : scopes(storedTenant())) {
            User user = UserFixture.aUser();

            assertThatThrownBy(() -> scope.run(() -> {
                        ports().users().add(user);
                        throw new IllegalArgumentException("stop");
                    }))
                    .hasMessage("stop");

            assertThat(outside(() -> ports().users().find(user.id()))).isEmpty();
        }
    }

    @Test
    void the_very_exception_that_work_threw_is_rethrown() {
        SlugTaken refusal = new SlugTaken();

        assertThatThrownBy(() -> outside(() -> {
                    throw refusal;
                }))
                .isSameAs(refusal);
    }

    @Test
    void an_error_rolls_back_and_is_rethrown_too() {
        User user = UserFixture.aUser();
        StackOverflowError error = new StackOverflowError();

        assertThatThrownBy(() -> outside(() -> {
                    ports().users().add(user);
                    throw error;
                }))
                .isSameAs(error);

        assertThat(outside(() -> ports().users().find(user.id()))).isEmpty();
    }

    @Test
    void a_transaction_within_a_transaction_is_refused_for_every_pair_of_scopes() {
        List<Scope> scopes = scopes(storedTenant());
        for (Scope outer : scopes) {
            for (Scope inner : scopes) {
                assertThatThrownBy(() -> outer.run(() -> inner.run(() -> true)))
                        .isInstanceOf(IllegalStateException.class);
            }
        }
    }

    @Test
    void after_a_refused_nesting_and_after_a_rollback_the_thread_can_begin_anew() {
        assertThatThrownBy(() -> outside(() -> outside(() -> true))).isInstanceOf(IllegalStateException.class);
        Rollback.of(() -> outside(() -> {
            throw new Rollback();
        }));

        assertThat(outside(() -> true)).isTrue();
    }

    @Test
    void a_membership_is_seen_in_its_tenants_scope_and_across_tenants_alone() {
        User user = storedUser();
        Tenant own = storedTenant();
        Tenant other = storedTenant();
        Membership membership = storedOwner(own, user);
        Supplier<Boolean> seen =
                () -> ports().memberships().find(own.id(), user.id()).equals(Optional.of(membership));

        assertThat(in(own.id(), seen)).isTrue();
        assertThat(across(seen)).isTrue();
        assertThat(in(other.id(), seen)).isFalse();
        assertThat(outside(seen)).isFalse();
    }

    @Test
    void lists_of_memberships_keep_to_the_scope() {
        User user = storedUser();
        Tenant first = storedTenant();
        Tenant second = storedTenant();
        Membership inFirst = storedOwner(first, user);
        storedOwner(second, user);

        assertThat(in(first.id(), () -> ports().memberships().of(user.id())))
                .extracting(in -> in.membership())
                .containsExactly(inFirst);
        assertThat(in(first.id(), () -> ports().memberships().withRole(second.id(), inFirst.role())))
                .isEmpty();
        assertThat(outside(() -> ports().memberships().of(user.id()))).isEmpty();
        assertThat(outside(() -> ports().memberships().withRole(first.id(), inFirst.role())))
                .isEmpty();
        assertThat(across(() -> ports().memberships().of(user.id()))).hasSize(2);
    }

    @Test
    void a_membership_cannot_be_written_in_another_tenants_scope_nor_outside() {
        User user = storedUser();
        Tenant own = storedTenant();
        Tenant other = storedTenant();
        Membership membership = MembershipFixture.owner(own.id(), user.id());

        assertThatThrownBy(() -> doIn(other.id(), () -> ports().memberships().add(membership)))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> doOutside(() -> ports().memberships().add(membership)))
                .isInstanceOf(RuntimeException.class);

        assertThat(across(() -> ports().memberships().find(own.id(), user.id())))
                .isEmpty();
    }

    @Test
    void a_membership_cannot_be_changed_in_another_tenants_scope_nor_outside() {
        User user = storedUser();
        Tenant own = storedTenant();
        Tenant other = storedTenant();
        Membership membership = storedOwner(own, user);
        Runnable change = () -> ports().memberships().used(own.id(), user.id(), membership.joinedAt());

        Throwable refusedInOther = catchThrowable(() -> doIn(other.id(), change));
        Throwable refusedOutside = catchThrowable(() -> doOutside(change));

        assertThat(across(() -> ports().memberships().find(own.id(), user.id())))
                .as("whether refused or without effect: %s, %s", refusedInOther, refusedOutside)
                .contains(membership);
    }

    @Test
    void a_membership_can_be_written_across_tenants() {
        User user = storedUser();
        Membership membership = MembershipFixture.owner(storedTenant().id(), user.id());

        across(() -> {
            ports().memberships().add(membership);
            return true;
        });

        assertThat(across(() -> ports().memberships().find(membership.tenant(), user.id())))
                .contains(membership);
    }

    @Test
    void a_domain_is_seen_in_its_tenants_scope_and_across_tenants_alone() {
        Tenant own = storedTenant();
        Tenant other = storedTenant();
        Domain domain = DomainFixture.primaryOf(own.id(), DomainFixture.aHost());
        doIn(own.id(), () -> ports().domains().add(domain));
        Supplier<List<Boolean>> seen = () -> List.of(
                ports().domains().find(domain.host()).isPresent(),
                ports().domains().primaryOf(own.id()).isPresent());

        assertThat(in(own.id(), seen)).containsExactly(true, true);
        assertThat(across(seen)).containsExactly(true, true);
        assertThat(in(other.id(), seen)).containsExactly(false, false);
        assertThat(outside(seen)).containsExactly(false, false);
    }

    @Test
    void a_domain_cannot_be_written_in_another_tenants_scope_nor_outside() {
        Tenant own = storedTenant();
        Tenant other = storedTenant();
        Domain domain = DomainFixture.primaryOf(own.id(), DomainFixture.aHost());

        assertThatThrownBy(() -> doIn(other.id(), () -> ports().domains().add(domain)))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> doOutside(() -> ports().domains().add(domain))).isInstanceOf(RuntimeException.class);

        assertThat(across(() -> ports().domains().find(domain.host()))).isEmpty();
    }

    @Test
    void users_and_tenants_are_in_reach_of_every_scope() {
        User user = storedUser();
        Tenant tenant = storedTenant();
        Supplier<Boolean> seen = () -> ports().users().find(user.id()).isPresent()
                && ports().tenants().find(tenant.id()).isPresent();

        for (Scope scope : scopes(storedTenant())) {
            assertThat(scope.run(seen)).isTrue();
        }
    }

    @Test
    void RMT_no_scope_outlives_its_transaction_when_two_tenants_alternate() {
        User user = storedUser();
        Tenant first = storedTenant();
        Tenant second = storedTenant();
        storedOwner(first, user);
        storedOwner(second, user);

        for (int round = 0; round < 50; round++) {
            assertThat(in(first.id(), () -> tenantsOf(user))).containsExactly(first);
            Rollback.of(() -> in(first.id(), () -> {
                throw new Rollback();
            }));
            assertThat(outside(() -> tenantsOf(user))).isEmpty();
            assertThat(in(second.id(), () -> tenantsOf(user))).containsExactly(second);
        }
    }

    private List<Scope> scopes(Tenant tenant) {
        return List.of(this::outside, this::across, work -> in(tenant.id(), work));
    }

    private List<Tenant> tenantsOf(User user) {
        return ports().memberships().of(user.id()).stream()
                .map(TenantMembership::tenant)
                .toList();
    }

    /** One of the three ways to begin a transaction. */
    private interface Scope {

        boolean run(Supplier<Boolean> work);
    }
}
