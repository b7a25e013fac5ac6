package io.tenantry.persistence.tenant;

import io.tenantry.domain.failure.Unavailable;
import io.tenantry.domain.tenant.SchemaName;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantSchemas;
import io.tenantry.persistence.schema.ScriptFailure;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Schemas made and dropped by the database's functions {@code create_tenant_schema} and {@code drop_tenant_schema}, which alone may. */
public final class JdbiTenantSchemas implements TenantSchemas {

    private static final Logger LOG = LoggerFactory.getLogger(JdbiTenantSchemas.class);

    private final Dao<TenantSchemaDao> schemas;

    public JdbiTenantSchemas(CurrentTransaction current) {
        this.schemas = new Dao<>(current, TenantSchemaDao.class);
    }

    @Override
    public void create(TenantId tenant, SchemaName schema) {
        try {
            schemas.run(dao -> dao.create(tenant, schema));
        } catch (Unavailable failed) {
            ScriptFailure.of(failed).ifPresent(why -> LOG.error("The schema {} could not be made: {}", schema, why));
            throw failed;
        }
    }

    @Override
    public void drop(TenantId tenant) {
        schemas.run(dao -> dao.drop(tenant));
    }
}
