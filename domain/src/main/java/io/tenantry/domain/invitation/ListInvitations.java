package io.tenantry.domain.invitation;

import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;

/** Reads a tenant's invitations, the newest first. Needs {@link io.tenantry.domain.membership.Permission#MANAGE_MEMBERS}. */
@DrivingPort
public interface ListInvitations {

    /** @throws io.tenantry.domain.failure.NotFound if there is no such tenant, or the caller is no member */
    Page<Invited> list(TenantCaller by, TenantId tenant, PageRequest page);
}
