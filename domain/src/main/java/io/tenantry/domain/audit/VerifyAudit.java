package io.tenantry.domain.audit;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.tenant.TenantReference;

/** Verifies the chain of a tenant's audit. For the installation's operator. */
@DrivingPort
public interface VerifyAudit {

    /** @throws io.tenantry.domain.failure.NotFound if there is no such tenant */
    AuditChain verify(TenantReference tenant);
}
