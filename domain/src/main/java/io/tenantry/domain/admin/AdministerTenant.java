package io.tenantry.domain.admin;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.tenant.Plan;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantStatus;
import java.util.Optional;

/** Changes status and terms of a tenant. For operators; noted in the tenant's audit and in the installation's. */
@DrivingPort
public interface AdministerTenant {

    /**
     * @throws io.tenantry.domain.failure.Forbidden if the caller is no operator with two factors
     * @throws io.tenantry.domain.failure.NotFound if there is no such tenant
     * @throws io.tenantry.domain.failure.NotRestorable if it was closed by its owner and shall be active, but has no owner left
     */
    TenantSummary change(Command command);

    /** What is empty stays as it is. */
    record Command(
            Principal by,
            TenantId tenant,
            Optional<TenantStatus> status,
            Optional<Plan> plan,
            Optional<Long> quotaLimit,
            Device device) {}
}
