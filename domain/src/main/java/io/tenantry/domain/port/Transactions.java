package io.tenantry.domain.port;

import io.tenantry.domain.tenant.TenantId;
import java.util.function.Supplier;

/**
 * Runs work in one transaction that states how far it reaches.
 *
 * <p>Rows that belong to a tenant (memberships, domains, invitations, API keys) are visible and writable only in that
 * tenant's scope, or in the scope of all tenants. Rows of users, sessions and tenants themselves are in reach of each.
 * Work that returns is committed; work that throws is rolled back, and what it threw is rethrown. A transaction is bound
 * to its thread and never nested: beginning one within another is an {@link IllegalStateException}. A refusal that must
 * leave a trace is therefore returned from the work and thrown after the commit.
 */
@DrivenPort
public interface Transactions {

    /** The scope of one tenant. The host's and the tenant's own tables are in reach too. */
    <T> T inTenant(TenantId tenant, Supplier<T> work);

    /** The scope of all tenants: for sign-in, refreshing and administration alone. */
    <T> T acrossTenants(Supplier<T> work);

    /** The scope of no tenant: no row that belongs to one can be seen or written. */
    <T> T outsideTenants(Supplier<T> work);
}
