package io.tenantry.domain.audit;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.tenant.TenantReference;
import java.util.Map;
import java.util.Optional;

/** Notes in the audit what a command of the operator's has done by itself, an export of a tenant say. */
@DrivingPort
public interface RecordOperation {

    /** @throws io.tenantry.domain.failure.NotFound if the tenant is named and there is none such */
    void record(AuditAction action, Optional<TenantReference> tenant, Map<String, String> data);
}
