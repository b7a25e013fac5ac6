package io.tenantry.persistence.tenant;

import io.tenantry.domain.tenant.SchemaName;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantSchemas;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;

/** Schemas made by the database's function {@code create_tenant_schema}, which alone has the right to. */
public final class JdbiTenantSchemas implements TenantSchemas {

    private final Dao<TenantSchemaDao> schemas;

    public JdbiTenantSchemas(CurrentTransaction current) {
        this.schemas = new Dao<>(current, TenantSchemaDao.class);
    }

    @Override
    public void create(TenantId tenant, SchemaName schema) {
        schemas.run(dao -> dao.create(tenant, schema));
    }

    @Override
    public void drop(TenantId tenant) {
        throw new UnsupportedOperationException();
    }
}
