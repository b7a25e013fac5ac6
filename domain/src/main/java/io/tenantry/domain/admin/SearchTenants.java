package io.tenantry.domain.admin;

import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.tenant.TenantStatus;
import java.util.Optional;

/** Searches all tenants. For operators; noted in the audit. */
@DrivingPort
public interface SearchTenants {

    /** @throws io.tenantry.domain.failure.Forbidden if the caller is no operator with two factors */
    Page<TenantSummary> search(Command command);

    record Command(Principal by, SearchText query, Optional<TenantStatus> status, PageRequest page, Device device) {}
}
