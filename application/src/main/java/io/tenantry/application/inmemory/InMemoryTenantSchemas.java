package io.tenantry.application.inmemory;

import io.tenantry.domain.tenant.SchemaName;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantSchemas;
import io.tenantry.domain.tenant.Tenants;

/** Keeps the names alone: no use case looks into a tenant's own tables. */
final class InMemoryTenantSchemas implements TenantSchemas {

    private final InMemoryTransactions transactions;
    private final Tenants tenants;
    private final InMemoryRows<SchemaName, TenantId> rows;

    InMemoryTenantSchemas(InMemoryTransactions transactions, Tenants tenants) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.rows = new InMemoryRows<>(transactions);
    }

    @Override
    public void create(TenantId tenant, SchemaName schema) {
        transactions.requireReach(tenant);
        if (!rows.add(schema, tenant)) {
            throw new IllegalStateException("schema " + schema + " exists");
        }
    }

    @Override
    public void drop(TenantId tenant) {
        transactions.requireReach(tenant);
        if (tenants.find(tenant).filter(Tenant::isActive).isPresent()) {
            throw new IllegalStateException("tenant " + tenant + " is active");
        }
        rows.removeFirst(1, tenant::equals);
    }
}
