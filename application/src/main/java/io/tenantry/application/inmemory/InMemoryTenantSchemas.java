package io.tenantry.application.inmemory;

import io.tenantry.domain.tenant.SchemaName;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantSchemas;

/** Keeps the names alone: no use case looks into a tenant's own tables. */
final class InMemoryTenantSchemas implements TenantSchemas {

    private final InMemoryTransactions transactions;
    private final InMemoryRows<SchemaName, TenantId> rows;

    InMemoryTenantSchemas(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = new InMemoryRows<>(transactions);
    }

    @Override
    public void create(TenantId tenant, SchemaName schema) {
        transactions.requireReach(tenant);
        if (!rows.add(schema, tenant)) {
            throw new IllegalStateException("schema " + schema + " exists");
        }
    }
}
