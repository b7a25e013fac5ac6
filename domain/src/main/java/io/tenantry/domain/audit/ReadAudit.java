package io.tenantry.domain.audit;

import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;

/** Reads a tenant's audit, the newest first. Needs {@link io.tenantry.domain.membership.Permission#READ_AUDIT}. */
@DrivingPort
public interface ReadAudit {

    /**
     * @throws io.tenantry.domain.failure.NotFound if there is no such tenant, or the caller is no member
     * @throws io.tenantry.domain.failure.Forbidden if the caller's role does not allow it
     */
    Page<AuditEntry> read(TenantCaller by, TenantId tenant, AuditFilter filter, PageRequest page);
}
