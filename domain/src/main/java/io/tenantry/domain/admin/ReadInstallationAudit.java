package io.tenantry.domain.admin;

import io.tenantry.domain.audit.AuditEntry;
import io.tenantry.domain.audit.AuditFilter;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;

/** Reads the installation's audit, the newest first. For operators; noted in it. */
@DrivingPort
public interface ReadInstallationAudit {

    /** @throws io.tenantry.domain.failure.Forbidden if the caller is no operator with two factors */
    Page<AuditEntry> read(Principal by, AuditFilter filter, PageRequest page, Device device);
}
