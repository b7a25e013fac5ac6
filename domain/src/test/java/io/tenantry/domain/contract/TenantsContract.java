package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.tenant.NewTenant;
import io.tenantry.domain.tenant.Plan;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantFixture;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.tenant.TenantReference;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.UserFixture;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.tenant.Tenants} must do. */
public abstract class TenantsContract extends PortContract {

    @Test
    void a_new_tenant_is_active_and_has_a_number_and_is_else_as_it_was_given() {
        NewTenant tenant = TenantFixture.aNewTenant();

        Tenant stored = add(tenant).orElseThrow();

        assertThat(stored).isEqualTo(tenant.numbered(stored.number()));
        assertThat(stored.number()).isPositive();
    }

    @Test
    void a_tenant_is_found_by_id_and_by_slug() {
        Tenant tenant = storedTenant();

        assertThat(find(tenant.id())).contains(tenant);
        assertThat(find(tenant.slug())).contains(tenant);
        assertThat(find(tenant.id()).orElseThrow().contactEmail().value())
                .isEqualTo(tenant.contactEmail().value());
    }

    @Test
    void what_was_never_stored_is_not_found() {
        assertThat(find(TenantFixture.aTenant().id())).isEmpty();
        assertThat(find(TenantFixture.aSlug())).isEmpty();
    }

    @Test
    void of_many_that_are_looked_for_those_are_found_that_are_there() {
        Tenant one = storedTenant();
        Tenant other = storedTenant();
        storedTenant();
        TenantId none = TenantFixture.aTenant().id();

        assertThat(outside(() -> ports().tenants().findAll(Set.of(one.id(), other.id(), none))))
                .containsExactlyInAnyOrder(one, other);
        assertThat(outside(() -> ports().tenants().findAll(Set.of()))).isEmpty();
    }

    @Test
    void a_taken_slug_is_refused_and_nothing_stored() {
        Tenant first = storedTenant();
        NewTenant second = TenantFixture.aNewTenantWith(first.slug());

        assertThat(add(second)).isEmpty();

        assertThat(find(second.id())).isEmpty();
        assertThat(find(first.slug())).contains(first);
    }

    @Test
    void after_a_refused_slug_the_same_transaction_can_try_another() {
        Tenant first = storedTenant();
        NewTenant second = TenantFixture.aNewTenantWith(first.slug());
        Slug free = TenantFixture.aSlug();

        Optional<Tenant> stored = outside(() -> {
            ports().tenants().add(second);
            return ports().tenants().add(second.withSlug(free));
        });

        assertThat(stored).isPresent();
        assertThat(find(free)).isEqualTo(stored);
    }

    @Test
    void a_tenant_can_be_added_in_its_own_scope() {
        NewTenant tenant = TenantFixture.aNewTenant();

        Optional<Tenant> stored = in(tenant.id(), () -> ports().tenants().add(tenant));

        assertThat(find(tenant.id())).isPresent().isEqualTo(stored);
    }

    @Test
    void of_twenty_parallel_registrations_of_one_slug_exactly_one_is_stored() throws Exception {
        Slug slug = TenantFixture.aSlug();

        List<Boolean> added = InParallel.run(
                20, number -> add(TenantFixture.aNewTenantWith(slug)).isPresent());

        assertThat(added).containsOnlyOnce(true);
        assertThat(find(slug)).isPresent();
    }

    @Test
    void a_slug_is_free_again_when_its_registration_was_rolled_back() {
        NewTenant tenant = TenantFixture.aNewTenant();
        Rollback.of(() -> doOutside(() -> {
            ports().tenants().add(tenant);
            throw new Rollback();
        }));

        assertThat(find(tenant.slug())).isEmpty();
        assertThat(add(tenant)).isPresent();
    }

    @Test
    void an_update_replaces_all_that_may_change_of_that_tenant_alone() {
        Tenant tenant = storedTenant();
        Tenant other = storedTenant();
        Tenant changed = new Tenant(
                tenant.id(),
                tenant.number(),
                new TenantName("Renamed"),
                tenant.slug(),
                UserFixture.anAddress(),
                TenantStatus.SUSPENDED,
                true,
                new Plan("PRO"),
                42,
                Optional.of(TimeFixture.now()),
                tenant.createdAt(),
                TimeFixture.now());

        doOutside(() -> ports().tenants().update(changed));

        assertThat(find(tenant.id())).contains(changed);
        assertThat(find(other.id())).contains(other);
    }

    @Test
    void every_status_comes_back_as_it_was() {
        Tenant tenant = storedTenant();
        for (TenantStatus status : TenantStatus.values()) {
            Tenant changed = tenant.withStatus(status, TimeFixture.now());
            doOutside(() -> ports().tenants().update(changed));

            assertThat(find(tenant.id())).contains(changed);
        }
    }

    @Test
    void numbers_rise_with_every_registration_and_the_list_follows_them() {
        Tenant first = storedTenant();
        Tenant second = storedTenant();
        Tenant third = storedTenant();

        List<Tenant> listed = listAfter(first.number(), 1_000);

        assertThat(listed).containsSubsequence(second, third).doesNotContain(first);
        assertThat(listed).extracting(Tenant::number).isSorted().allMatch(number -> number > first.number());
    }

    @Test
    void the_list_holds_no_more_than_its_limit() {
        Tenant first = storedTenant();
        Tenant second = storedTenant();
        storedTenant();

        assertThat(listAfter(first.number(), 1)).containsExactly(second);
    }

    @Test
    void a_held_tenant_is_as_it_is_now_and_one_that_is_not_there_is_not_held() {
        Tenant tenant = storedTenant();

        assertThat(outside(() -> ports().tenants().hold(tenant.id()))).contains(tenant);
        assertThat(in(tenant.id(), () -> ports().tenants().hold(tenant.id()))).contains(tenant);
        assertThat(outside(() -> ports().tenants().hold(TenantFixture.aTenant().id())))
                .isEmpty();
    }

    @Test
    void who_holds_a_tenant_second_waits_and_sees_what_the_first_has_done() throws Exception {
        Tenant tenant = storedTenant();
        Tenant changed = tenant.closed(TimeFixture.now());

        Optional<Tenant> seen = InParallel.secondWaits(
                midst -> doOutside(() -> {
                    ports().tenants().hold(tenant.id());
                    midst.run();
                    ports().tenants().update(changed);
                }),
                () -> outside(() -> ports().tenants().hold(tenant.id())));

        assertThat(seen).contains(changed);
    }

    private Optional<Tenant> add(NewTenant tenant) {
        return outside(() -> ports().tenants().add(tenant));
    }

    private Optional<Tenant> find(TenantReference reference) {
        return outside(() -> ports().tenants().find(reference));
    }

    private List<Tenant> listAfter(long number, int limit) {
        return outside(() -> ports().tenants().listAfter(number, limit));
    }
}
