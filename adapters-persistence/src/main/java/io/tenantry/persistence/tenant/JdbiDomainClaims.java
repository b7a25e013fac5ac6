package io.tenantry.persistence.tenant;

import io.tenantry.domain.tenant.DomainClaim;
import io.tenantry.domain.tenant.DomainClaims;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import java.util.List;
import java.util.Optional;

/** Host names that are not confirmed, in the table {@code domain_claim}. */
public final class JdbiDomainClaims implements DomainClaims {

    private final Dao<DomainClaimDao> claims;

    public JdbiDomainClaims(CurrentTransaction current) {
        this.claims = new Dao<>(current, DomainClaimDao.class);
    }

    @Override
    public DomainClaim keep(DomainClaim claim) {
        return claims.get(dao -> dao.keep(claim));
    }

    @Override
    public Optional<DomainClaim> find(TenantId tenant, HostName host) {
        return claims.get(dao -> dao.find(tenant, host));
    }

    @Override
    public List<DomainClaim> of(TenantId tenant) {
        return claims.get(dao -> dao.of(tenant));
    }

    @Override
    public boolean remove(TenantId tenant, HostName host) {
        return claims.get(dao -> dao.delete(tenant, host)) == 1;
    }
}
