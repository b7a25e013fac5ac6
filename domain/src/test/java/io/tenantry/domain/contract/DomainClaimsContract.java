package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.tenant.DomainClaim;
import io.tenantry.domain.tenant.DomainFixture;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.tenant.DomainClaims} must do. */
public abstract class DomainClaimsContract extends PortContract {

    @Test
    void a_claim_is_kept_as_it_was_given() {
        Tenant tenant = storedTenant();
        DomainClaim claim = DomainFixture.claimOf(tenant.id(), DomainFixture.aHost());

        assertThat(keep(claim)).isEqualTo(claim);

        assertThat(find(tenant, claim.host())).contains(claim);
        assertThat(find(tenant, DomainFixture.aHost())).isEmpty();
    }

    @Test
    void claiming_again_leaves_the_first_claim_as_it_is() {
        Tenant tenant = storedTenant();
        DomainClaim first = DomainFixture.claimOf(tenant.id(), DomainFixture.aHost());
        keep(first);

        assertThat(keep(DomainFixture.claimOf(tenant.id(), first.host()))).isEqualTo(first);

        assertThat(find(tenant, first.host())).contains(first);
        assertThat(of(tenant)).containsExactly(first);
    }

    @Test
    void several_tenants_may_claim_one_host_and_each_has_its_own_challenge() {
        HostName host = DomainFixture.aHost();
        DomainClaim first = DomainFixture.claimOf(storedTenant().id(), host);
        DomainClaim second = DomainFixture.claimOf(storedTenant().id(), host);

        keep(first);
        keep(second);

        assertThat(across(() -> ports().domainClaims().find(first.tenant(), host)))
                .contains(first);
        assertThat(across(() -> ports().domainClaims().find(second.tenant(), host)))
                .contains(second);
    }

    @Test
    void the_claims_of_a_tenant_come_the_oldest_first() {
        Tenant tenant = storedTenant();
        DomainClaim first = DomainFixture.claimOf(tenant.id(), DomainFixture.aHost());
        DomainClaim second = new DomainClaim(
                DomainFixture.aHost(),
                tenant.id(),
                first.challenge(),
                first.createdAt().plusSeconds(1));
        keep(second);
        keep(first);
        keep(DomainFixture.claimOf(storedTenant().id(), DomainFixture.aHost()));

        assertThat(of(tenant)).containsExactly(first, second);
    }

    @Test
    void a_removed_claim_is_gone_and_another_tenants_stays() {
        Tenant tenant = storedTenant();
        HostName host = DomainFixture.aHost();
        DomainClaim foreign = DomainFixture.claimOf(storedTenant().id(), host);
        keep(DomainFixture.claimOf(tenant.id(), host));
        keep(foreign);

        assertThat(remove(tenant, host)).isTrue();

        assertThat(find(tenant, host)).isEmpty();
        assertThat(remove(tenant, host)).isFalse();
        assertThat(across(() -> ports().domainClaims().find(foreign.tenant(), host)))
                .contains(foreign);
    }

    @Test
    void RMT_a_claim_is_out_of_reach_of_other_tenants_and_of_no_tenant() {
        Tenant tenant = storedTenant();
        Tenant other = storedTenant();
        DomainClaim claim = DomainFixture.claimOf(tenant.id(), DomainFixture.aHost());
        keep(claim);

        assertThat(in(other.id(), () -> ports().domainClaims().find(tenant.id(), claim.host())))
                .isEmpty();
        assertThat(outside(() -> ports().domainClaims().of(tenant.id()))).isEmpty();
        assertThat(in(other.id(), () -> ports().domainClaims().remove(tenant.id(), claim.host())))
                .isFalse();
        assertThatThrownBy(() -> doIn(
                        other.id(),
                        () -> ports().domainClaims().keep(DomainFixture.claimOf(tenant.id(), DomainFixture.aHost()))))
                .isInstanceOf(RuntimeException.class);
        assertThat(of(tenant)).containsExactly(claim);
    }

    private DomainClaim keep(DomainClaim claim) {
        return in(claim.tenant(), () -> ports().domainClaims().keep(claim));
    }

    private Optional<DomainClaim> find(Tenant tenant, HostName host) {
        return in(tenant.id(), () -> ports().domainClaims().find(tenant.id(), host));
    }

    private List<DomainClaim> of(Tenant tenant) {
        return in(tenant.id(), () -> ports().domainClaims().of(tenant.id()));
    }

    private boolean remove(Tenant tenant, HostName host) {
        return in(tenant.id(), () -> ports().domainClaims().remove(tenant.id(), host));
    }
}
