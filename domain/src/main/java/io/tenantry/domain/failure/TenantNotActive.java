package io.tenantry.domain.failure;

/** The tenant is suspended or inactive. Said only after the caller has shown who they are. */
public final class TenantNotActive extends DomainFailure {

    public TenantNotActive() {
        super("tenant_suspended", "Tenant account is suspended or inactive");
    }
}
