package io.tenantry.persistence.transaction;

import io.tenantry.domain.tenant.TenantId;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Sets how far a transaction reaches. All of it is local to the transaction: nothing stays on a pooled connection. */
public interface ScopeDao {

    /** A tenant that is being registered has no schema yet: then no table is in reach by its bare name. */
    @SqlQuery("""
            select set_config('tenantry.tenant', :tenant::text, true) || set_config('search_path',
                coalesce((select quote_ident(t.schema_name) from <control>.tenant t where t.id = :tenant::uuid),
                         'pg_catalog') || ', pg_temp', true)""")
    String tenant(TenantId tenant);

    @SqlQuery("select set_config('tenantry.scope', 'all', true)")
    String all();

    /** @param tenant its id; empty for none */
    @SqlQuery("select set_config('tenantry.tenant', :tenant, true)")
    String reach(String tenant);
}
