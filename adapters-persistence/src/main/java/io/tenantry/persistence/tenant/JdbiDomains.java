package io.tenantry.persistence.tenant;

import io.tenantry.domain.tenant.Domain;
import io.tenantry.domain.tenant.Domains;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import java.util.List;
import java.util.Optional;

/** Host names in the table {@code tenant_domain}. */
public final class JdbiDomains implements Domains {

    private final Dao<DomainDao> domains;

    public JdbiDomains(CurrentTransaction current) {
        this.domains = new Dao<>(current, DomainDao.class);
    }

    @Override
    public boolean add(Domain domain) {
        return domains.get(dao -> dao.insert(domain)) == 1;
    }

    @Override
    public Optional<Domain> find(HostName host) {
        return domains.get(dao -> dao.find(host));
    }

    @Override
    public Optional<Domain> primaryOf(TenantId tenant) {
        return domains.get(dao -> dao.primaryOf(tenant));
    }

    @Override
    public List<Domain> of(TenantId tenant) {
        return domains.get(dao -> dao.of(tenant));
    }

    @Override
    public boolean remove(TenantId tenant, HostName host) {
        return domains.get(dao -> dao.delete(tenant, host)) == 1;
    }
}
