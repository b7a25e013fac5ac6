package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.tenant.Domain;
import io.tenantry.domain.tenant.DomainFixture;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.tenant.Domains} must do. */
public abstract class DomainsContract extends PortContract {

    @Test
    void a_domain_is_found_by_its_host_and_as_its_tenants_primary_one() {
        Domain domain = DomainFixture.primaryOf(storedTenant().id(), DomainFixture.aHost());

        assertThat(add(domain)).isTrue();

        assertThat(find(domain.host())).contains(domain);
        assertThat(across(() -> ports().domains().primaryOf(domain.tenant()))).contains(domain);
    }

    @Test
    void what_was_never_stored_is_not_found() {
        Tenant tenant = storedTenant();

        assertThat(find(DomainFixture.aHost())).isEmpty();
        assertThat(across(() -> ports().domains().primaryOf(tenant.id()))).isEmpty();
    }

    @Test
    void a_domain_beside_the_primary_one_is_not_shown_as_primary() {
        Tenant tenant = storedTenant();
        Domain primary = DomainFixture.primaryOf(tenant.id(), DomainFixture.aHost());
        Domain further = new Domain(DomainFixture.aHost(), tenant.id(), false, TimeFixture.now());
        add(further);
        add(primary);

        assertThat(across(() -> ports().domains().primaryOf(tenant.id()))).contains(primary);
        assertThat(find(further.host())).contains(further);
    }

    @Test
    void a_host_of_another_tenant_is_refused_though_its_row_is_out_of_sight() {
        Domain first = DomainFixture.primaryOf(storedTenant().id(), DomainFixture.aHost());
        Domain second = DomainFixture.primaryOf(storedTenant().id(), first.host());
        add(first);

        assertThat(add(second)).isFalse();

        assertThat(find(first.host())).contains(first);
        assertThat(across(() -> ports().domains().primaryOf(second.tenant()))).isEmpty();
    }

    @Test
    void after_a_refused_host_the_same_transaction_can_try_another() {
        Domain taken = DomainFixture.primaryOf(storedTenant().id(), DomainFixture.aHost());
        add(taken);
        Tenant tenant = storedTenant();
        Domain free = DomainFixture.primaryOf(tenant.id(), DomainFixture.aHost());

        boolean added = in(tenant.id(), () -> {
            ports().domains().add(DomainFixture.primaryOf(tenant.id(), taken.host()));
            return ports().domains().add(free);
        });

        assertThat(added).isTrue();
        assertThat(find(free.host())).contains(free);
    }

    @Test
    void of_twenty_tenants_that_take_one_host_in_parallel_exactly_one_gets_it() throws Exception {
        HostName host = DomainFixture.aHost();
        List<Tenant> tenants = Stream.generate(this::storedTenant).limit(20).toList();

        List<Boolean> added = InParallel.run(
                20, number -> add(DomainFixture.primaryOf(tenants.get(number).id(), host)));

        assertThat(added).containsOnlyOnce(true);
        assertThat(find(host))
                .hasValueSatisfying(domain -> assertThat(domain.tenant())
                        .isEqualTo(tenants.get(added.indexOf(true)).id()));
    }

    @Test
    void the_domains_of_a_tenant_come_the_oldest_first_and_are_its_own() {
        Tenant tenant = storedTenant();
        Domain younger = further(tenant, 1);
        Domain primary = DomainFixture.primaryOf(tenant.id(), DomainFixture.aHost());
        Domain youngest = further(tenant, 2);
        List.of(youngest, primary, younger).forEach(this::add);
        add(DomainFixture.primaryOf(storedTenant().id(), DomainFixture.aHost()));

        assertThat(of(tenant)).containsExactly(primary, younger, youngest);
        assertThat(across(() -> ports().domains().of(tenant.id()))).containsExactly(primary, younger, youngest);
        assertThat(of(storedTenant())).isEmpty();
    }

    @Test
    void a_removed_domain_is_gone_and_another_tenant_can_have_its_host() {
        Tenant tenant = storedTenant();
        Domain domain = further(tenant, 1);
        add(domain);

        assertThat(remove(tenant, domain.host())).isTrue();

        assertThat(find(domain.host())).isEmpty();
        assertThat(remove(tenant, domain.host())).isFalse();
        assertThat(add(DomainFixture.primaryOf(storedTenant().id(), domain.host())))
                .isTrue();
    }

    @Test
    void neither_the_primary_domain_nor_another_tenants_is_removed() {
        Tenant tenant = storedTenant();
        Domain primary = DomainFixture.primaryOf(tenant.id(), DomainFixture.aHost());
        Domain foreign = further(storedTenant(), 1);
        add(primary);
        add(foreign);

        assertThat(remove(tenant, primary.host())).isFalse();
        assertThat(remove(tenant, foreign.host())).isFalse();
        assertThat(across(() -> ports().domains().remove(tenant.id(), foreign.host())))
                .isFalse();

        assertThat(find(primary.host())).contains(primary);
        assertThat(find(foreign.host())).contains(foreign);
    }

    private static Domain further(Tenant tenant, int second) {
        return new Domain(
                DomainFixture.aHost(), tenant.id(), false, TimeFixture.now().plusSeconds(second));
    }

    private List<Domain> of(Tenant tenant) {
        return in(tenant.id(), () -> ports().domains().of(tenant.id()));
    }

    private boolean remove(Tenant tenant, HostName host) {
        return in(tenant.id(), () -> ports().domains().remove(tenant.id(), host));
    }

    private boolean add(Domain domain) {
        return in(domain.tenant(), () -> ports().domains().add(domain));
    }

    private Optional<Domain> find(HostName host) {
        return across(() -> ports().domains().find(host));
    }
}
