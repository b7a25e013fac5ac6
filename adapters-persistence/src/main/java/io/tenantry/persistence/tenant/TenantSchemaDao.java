package io.tenantry.persistence.tenant;

import io.tenantry.domain.tenant.SchemaName;
import io.tenantry.domain.tenant.TenantId;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The SQL of {@link JdbiTenantSchemas}. */
public interface TenantSchemaDao {

    /** Then, for the rest of the transaction, the new schema is where bare names lead. */
    @SqlQuery("""
            select <control>.create_tenant_schema(:tenant, :schema)::text
                   || set_config('search_path', :schema || ', pg_temp', true)""")
    String create(TenantId tenant, SchemaName schema);

    @SqlQuery("select <control>.drop_tenant_schema(:tenant)::text")
    String drop(TenantId tenant);
}
